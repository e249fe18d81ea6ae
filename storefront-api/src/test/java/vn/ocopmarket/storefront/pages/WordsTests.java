package vn.ocopmarket.storefront.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All templates and bundles together: no page can show a word that is missing in one of the languages. */
class WordsTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern COMMENT = Pattern.compile("<!--/\\*.*?\\*/-->", Pattern.DOTALL);
    private static final Pattern LITERAL_KEY = Pattern.compile("#\\{\\s*([\\w.-]+)\\s*[({}]");
    private static final Pattern PREFIX = Pattern.compile("=\\$\\{'([a-z][\\w-]*(?:\\.[\\w-]+)*\\.)' \\+");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    /** Letters that Vietnamese without its marks does not have. */
    private static final Pattern MARKED = Pattern.compile("[^\\p{ASCII}…–—·“”’₫←→×]");

    private static final Pattern SENTENCE = Pattern.compile("\\p{L}+ \\p{L}+");

    private static final Map<String, String> VIETNAMESE = words(false);
    private static final Map<String, String> ENGLISH = words(true);

    @Test
    void everyKeyOfATemplateIsInBothLanguages() {
        var missing = new TreeSet<String>();
        templates()
                .forEach((file, text) -> LITERAL_KEY.matcher(text).results().forEach(found -> {
                    var key = found.group(1);
                    if (!VIETNAMESE.containsKey(key) || !ENGLISH.containsKey(key)) {
                        missing.add(file + ": " + key);
                    }
                }));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPrefixThatATemplateBuildsAKeyFromHasWords() {
        var missing = new TreeSet<String>();
        templates()
                .forEach((file, text) -> PREFIX.matcher(text).results().forEach(found -> {
                    var prefix = found.group(1);
                    if (VIETNAMESE.keySet().stream().noneMatch(key -> key.startsWith(prefix))) {
                        missing.add(file + ": " + prefix);
                    }
                }));
        assertThat(missing).isEmpty();
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(ENGLISH.keySet()).isEqualTo(VIETNAMESE.keySet());
        assertThat(VIETNAMESE.keySet())
                .allSatisfy(key -> assertThat(arguments(ENGLISH, key)).as(key).isEqualTo(arguments(VIETNAMESE, key)));
    }

    @Test
    void vietnameseIsComposedAndNotLeftInEnglish() {
        assertThat(VIETNAMESE).allSatisfy((key, words) -> {
            assertThat(Normalizer.isNormalized(words, Normalizer.Form.NFC))
                    .as(key)
                    .isTrue();
            if (words.equals(ENGLISH.get(key)) && SENTENCE.matcher(words).find()) {
                assertThat(key).as("the same in both languages").matches("facet\\.province\\..*|pos\\.stock\\.hint");
            }
            if (words.split(" ").length > 5) {
                assertThat(MARKED.matcher(words).find()).as(key).isTrue();
            }
        });
    }

    @Test
    void noTemplateCarriesStyleOrScriptThatThePolicyForbids() {
        var inline = Pattern.compile("\\sstyle=|\\sth:style=|\\son[a-z]+=|<style|<script(?![^>]*(src=|ld.json))");
        assertThat(templates())
                .allSatisfy((file, text) -> assertThat(
                                inline.matcher(text).results().toList())
                        .as(file)
                        .isEmpty());
    }

    @Test
    void everyTableOfADeskHasACaptionAndHeads() {
        var table = Pattern.compile("<table class=\"sheet.*?</table>", Pattern.DOTALL);
        assertThat(templates())
                .allSatisfy((file, text) -> assertThat(table.matcher(text).results())
                        .as(file)
                        .allSatisfy(found -> assertThat(found.group()).contains("<caption", "scope=\"col\"")));
    }

    private static Set<String> arguments(Map<String, String> words, String key) {
        var arguments = new TreeSet<String>();
        ARGUMENT.matcher(words.getOrDefault(key, "")).results().forEach(found -> arguments.add(found.group(1)));
        return arguments;
    }

    private static Map<String, String> templates() {
        var templates = new TreeMap<String, String>();
        files("templates", ".html")
                .forEach(file -> templates.put(
                        RESOURCES.relativize(file).toString(),
                        COMMENT.matcher(read(file)).replaceAll("")));
        return templates;
    }

    private static Map<String, String> words(boolean english) {
        var words = new TreeMap<String, String>();
        for (var file : files("messages", ".properties")) {
            if (file.toString().endsWith("_en.properties") == english) {
                var bundle = new Properties();
                try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    bundle.load(reader);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
                bundle.stringPropertyNames().forEach(key -> words.put(key, bundle.getProperty(key)));
            }
        }
        return words;
    }

    private static List<Path> files(String folder, String end) {
        try (Stream<Path> all = Files.walk(RESOURCES.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
