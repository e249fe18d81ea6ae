package vn.ocopmarket.catalog.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemPagesTests {

    @Test
    void everyTypeOfProblemHasItsPage() {
        var types = keys("problem", "").stream()
                .filter(key -> key.startsWith("problem.") && key.endsWith(".title"))
                .map(key -> key.substring("problem.".length(), key.length() - ".title".length()))
                .collect(Collectors.toSet());

        assertThat(types)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(Files.exists(Path.of("..", "..", "docs", "problems", type + ".md")))
                        .as(type)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem", "imports", "product", "certificate", "inspection"})
    void everyWordIsThereInBothLanguages(String bundle) {
        assertThat(keys(bundle, "_en")).isEqualTo(keys(bundle, ""));
    }

    /** Of that language's file alone: a bundle would fill its gaps from its parent. */
    private static Set<String> keys(String bundle, String language) {
        var words = new Properties();
        try (var file = ProblemPagesTests.class.getResourceAsStream("/messages/" + bundle + language + ".properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames();
    }
}
