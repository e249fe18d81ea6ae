package vn.ocopmarket.storefront.pages.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of the market. */
final class Languages {

    static final Locale VIETNAMESE = Locale.of("vi", "VN");
    static final List<Locale> SUPPORTED = List.of(VIETNAMESE, Locale.ENGLISH);

    private Languages() {}

    /** The locale for a language code, or null when we do not speak it. */
    static @Nullable Locale named(@Nullable String code) {
        return switch (code) {
            case "vi" -> VIETNAMESE;
            case "en" -> Locale.ENGLISH;
            case null, default -> null;
        };
    }

    static String of(Locale locale) {
        return locale.getLanguage().equals("en") ? "en" : "vi";
    }
}
