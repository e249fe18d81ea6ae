package vn.ocopmarket.catalog.media;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A picture that is kept.
 *
 * @param id follows from the bytes of the upload
 * @param width in pixels, as it is looked at
 * @param height in pixels, as it is looked at
 * @param original where the upload is kept; not for the public, since it holds what cameras write into it
 * @param storedBy who uploaded it first
 */
public record Picture(
        String id,
        int width,
        int height,
        List<Rendition> renditions,
        String original,
        String storedBy,
        Instant storedAt) {

    private static final int LONGEST_WIDTH = 4;

    public Picture {
        renditions = List.copyOf(renditions);
    }

    /** The widest that is not wider than the name says, so that pages need not know how wide the picture is. */
    public Optional<Rendition> rendition(String name) {
        var dot = name.indexOf('.');
        if (dot < 1 || dot > LONGEST_WIDTH || !name.chars().limit(dot).allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        var width = Integer.parseInt(name.substring(0, dot));
        return renditions.stream()
                .filter(one -> one.format().extension().equals(name.substring(dot + 1)) && one.width() <= width)
                .max(Comparator.comparing(Rendition::width));
    }

    /**
     * One size of a picture in one format.
     *
     * @param width in pixels
     * @param height in pixels
     * @param format what browsers are told
     * @param length in bytes
     */
    public record Rendition(int width, int height, PictureFormat format, int length) {

        /** The last part of its address, such as {@code 640.webp}. */
        public String name() {
            return width + "." + format.extension();
        }
    }

    /** What pages are given. */
    public enum PictureFormat {
        WEBP("webp", "image/webp"),
        JPEG("jpg", "image/jpeg");

        private final String extension;
        private final String mediaType;

        PictureFormat(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        public String extension() {
            return extension;
        }

        public String mediaType() {
            return mediaType;
        }
    }
}
