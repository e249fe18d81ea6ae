package vn.ocopmarket.storefront;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Lets the validator read its words from their files at the start, so that it never does on an event loop. */
@Component
final class ValidationWarmUp implements SmartInitializingSingleton {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH, Locale.of("en", "US"));

    private final Validator validator;

    ValidationWarmUp(Validator validator) {
        this.validator = validator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var language : LANGUAGES) {
            LocaleContextHolder.setLocale(language);
            var _ = validator.validate(new Sample(null));
        }
        LocaleContextHolder.resetLocaleContext();
    }

    private record Sample(@NotNull @Nullable String missing) {}
}
