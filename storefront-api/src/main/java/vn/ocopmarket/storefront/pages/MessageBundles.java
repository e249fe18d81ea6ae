package vn.ocopmarket.storefront.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All words of all features, read once at the start, because reading them with the first request would block the event
 * loop: {@code messages/<feature>.properties} in Vietnamese, {@code <feature>_en.properties} in English.
 */
@Component("messageSource")
class MessageBundles extends AbstractMessageSource {

    private final Map<String, String> vietnamese = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();
    private final Map<String, MessageFormat> vietnameseFormats = new ConcurrentHashMap<>();
    private final Map<String, MessageFormat> englishFormats = new ConcurrentHashMap<>();

    MessageBundles() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            var name = String.valueOf(file.getFilename());
            read(file)
                    .forEach((key, words) ->
                            put(name.endsWith("_en.properties") ? english : vietnamese, key, words, name));
        }
    }

    /** Two features with one key would be a matter of luck. */
    private static void put(Map<String, String> language, Object key, Object words, String file) {
        if (language.put(key.toString(), words.toString()) != null) {
            throw new IllegalStateException("The message " + key + " of " + file + " exists already");
        }
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        var words = isEnglish(locale) ? english.get(code) : null;
        return words != null ? words : vietnamese.get(code);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var words = resolveCodeWithoutArguments(code, locale);
        if (words == null) {
            return null;
        }
        return (isEnglish(locale) ? englishFormats : vietnameseFormats)
                .computeIfAbsent(code, _ -> new MessageFormat(words, locale));
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private static Properties read(Resource file) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
