package vn.ocopmarket.storefront.producerdesk.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.storefront.producerdesk.web.Uploads.Upload;

/** Pictures as fields of a form, named as the catalogue names what is wrong with them. */
final class PictureList {

    private static final int MOST = 40;

    private PictureList() {}

    /**
     * Those that were sent and not crossed out, and those that were just uploaded.
     *
     * @param path of the list, such as {@code media}
     * @param field in which more were chosen
     */
    static List<Media> read(Form form, String path, String field, List<Upload> uploads) {
        var pictures = new ArrayList<Media>();
        for (int index = 0; index < MOST && form.has("%s[%d].url".formatted(path, index)); index++) {
            var at = "%s[%d].".formatted(path, index);
            if (!form.has(at + "remove")) {
                pictures.add(new Media(form.text(at + "url"), form.text(at + "alt"), form.textOrNull(at + "credit")));
            }
        }
        uploads.stream()
                .filter(upload -> upload.field().equals(field))
                .map(Upload::picture)
                .filter(Objects::nonNull)
                .filter(picture -> pictures.stream().noneMatch(one -> one.url().equals(picture.url())))
                .forEach(pictures::add);
        return pictures;
    }

    /** The list with one of them a place further up or down, as the button says that was pressed. */
    static <T> List<T> moved(List<T> list, String pressed) {
        var parts = pressed.split(":", 2);
        if (parts.length < 2 || !parts[1].matches("\\d{1,3}")) {
            return list;
        }
        var from = Integer.parseInt(parts[1]);
        var to = switch (parts[0]) {
            case "up" -> from - 1;
            case "down" -> from + 1;
            default -> from;
        };
        if (from >= list.size() || to < 0 || to >= list.size()) {
            return list;
        }
        var moved = new ArrayList<>(list);
        Collections.swap(moved, from, to);
        return moved;
    }
}
