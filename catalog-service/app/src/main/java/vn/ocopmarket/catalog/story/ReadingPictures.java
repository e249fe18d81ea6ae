package vn.ocopmarket.catalog.story;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.product.Media;

/** Says what is wrong with pictures that somebody wants shown. */
public final class ReadingPictures {

    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final Pattern UPLOADED = Pattern.compile("/media/[0-9a-z]{32}");

    private ReadingPictures() {}

    /**
     * @param path of the list in what was sent, such as {@code media}
     * @param most how many there may be
     */
    public static List<FieldError> errors(String path, List<Media> pictures, int most) {
        var errors = new ArrayList<FieldError>();
        if (pictures.size() > most) {
            errors.add(FieldError.of(path, "too-many", most));
        }
        for (int index = 0; index < pictures.size(); index++) {
            check("%s[%d].".formatted(path, index), pictures.get(index), errors);
        }
        return errors;
    }

    private static void check(String path, Media picture, List<FieldError> errors) {
        if (isBlank(picture.alt())) {
            errors.add(FieldError.of(path + "alt", "alt-required"));
        } else if (picture.alt().length() > LONGEST_TEXT) {
            errors.add(FieldError.of(path + "alt", "too-long", LONGEST_TEXT));
        }
        if (picture.credit() != null && picture.credit().length() > LONGEST_TEXT) {
            errors.add(FieldError.of(path + "credit", "too-long", LONGEST_TEXT));
        }
        var url = String.valueOf(picture.url());
        if (!UPLOADED.matcher(url).matches() && !isSecureAddress(url)) {
            errors.add(FieldError.of(path + "url", "picture-address", url));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isSecureAddress(String url) {
        try {
            return url.length() <= LONGEST_ADDRESS
                    && url.startsWith("https://")
                    && URI.create(url).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
