package vn.ocopmarket.catalog.problem.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;

@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

    /** Vietnamese, unless English is asked for. Bundles are read here, once, and never on an event loop. */
    @Bean
    LocaleContextResolver localeContextResolver(MessageSource messages) {
        LANGUAGES.forEach(language -> messages.getMessage("problem.none", null, "", language));
        var resolver = new AcceptHeaderLocaleContextResolver();
        resolver.setSupportedLocales(LANGUAGES);
        resolver.setDefaultLocale(LANGUAGES.getFirst());
        return resolver;
    }
}
