package vn.ocopmarket.catalog.media.domain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a file is, judged by its first bytes alone: names and declared types can say anything. */
public enum FileSignature {
    JPEG,
    PNG,
    WEBP,
    /** The photo format of many phones, and AVIF, its sibling. */
    HEIC,
    GIF,
    SVG,
    OTHER;

    /** So many bytes are enough to tell. */
    public static final int LENGTH = 512;

    private static final int BRAND_AT = 8;
    private static final int BRAND_END = 12;
    private static final int TYPE_AT = 4;
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");

    public static FileSignature of(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("GIF8")) {
            return GIF;
        }
        if (text.length() >= BRAND_END) {
            var brand = text.substring(BRAND_AT, BRAND_END);
            if (text.startsWith("RIFF") && brand.equals("WEBP")) {
                return WEBP;
            }
            if (text.startsWith("ftyp", TYPE_AT) && HEIC_BRANDS.contains(brand)) {
                return HEIC;
            }
        }
        return text.toLowerCase(Locale.ROOT).contains("<svg") ? SVG : OTHER;
    }
}
