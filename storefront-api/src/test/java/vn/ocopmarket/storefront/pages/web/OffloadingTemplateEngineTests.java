package vn.ocopmarket.storefront.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.MediaType;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import vn.ocopmarket.storefront.pages.PagesSettings;

class OffloadingTemplateEngineTests {

    private final ExecutorService renderers = Executors.newSingleThreadExecutor();
    private final UnpooledByteBufAllocator network = new UnpooledByteBufAllocator(false);

    @AfterEach
    void stop() {
        renderers.shutdownNow();
    }

    @Test
    void keepsNoBufferOfAPageThatFails() throws IOException {
        render("[[${nobody.name}]]", Map.of()).as(StepVerifier::create).verifyError();

        assertNothingIsKept();
    }

    @Test
    void keepsNoBufferOfAPageWhoseReaderLeft() throws IOException, InterruptedException {
        var begun = new Semaphore(0);
        var left = new Semaphore(0);
        var slow = new Object() {
            @Override
            public String toString() {
                begun.release();
                left.acquireUninterruptibly();
                return "late";
            }
        };

        var reader = render("[[${slow}]]", Map.of("slow", slow)).subscribe();
        assertThat(begun.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        reader.dispose();
        left.release();
        renderers.shutdown();
        assertThat(renderers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertNothingIsKept();
    }

    private Flux<DataBuffer> render(String template, Map<String, Object> variables) throws IOException {
        var engine = new OffloadingTemplateEngine(
                Schedulers.fromExecutor(renderers),
                new Layouts(new PagesSettings("http://127.0.0.1", List.of(), 1), new Assets()));
        engine.setTemplateResolver(new StringTemplateResolver());
        return Flux.from(engine.processStream(
                template,
                null,
                new Context(Locale.of("vi"), variables),
                new NettyDataBufferFactory(network),
                MediaType.TEXT_HTML,
                StandardCharsets.UTF_8,
                Integer.MAX_VALUE));
    }

    private void assertNothingIsKept() {
        assertThat(network.metric().usedHeapMemory() + network.metric().usedDirectMemory())
                .isZero();
    }
}
