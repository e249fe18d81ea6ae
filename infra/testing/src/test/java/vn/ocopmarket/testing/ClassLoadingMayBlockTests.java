package vn.ocopmarket.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockHound;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class ClassLoadingMayBlockTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void answersAlthoughAClassReadsAFileWhenItIsFirstUsed() {
        BlockHound.install();
        assertThat(onEventLoop(() -> ReadsOnce.LENGTH)).isPositive();
    }

    @Test
    void refusesToReadAFileOtherwise() {
        BlockHound.install();
        assertThatThrownBy(() -> onEventLoop(ClassLoadingMayBlockTests::length))
                .hasStackTraceContaining("Blocking call");
    }

    private static Integer onEventLoop(Callable<Integer> work) {
        return Objects.requireNonNull(
                Mono.fromCallable(work).subscribeOn(Schedulers.parallel()).block(PATIENCE));
    }

    private static int length() {
        var pom = Path.of("pom.xml").toFile();
        try (var file = new FileInputStream(pom)) {
            return file.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class ReadsOnce {

        static final int LENGTH = length();
    }
}
