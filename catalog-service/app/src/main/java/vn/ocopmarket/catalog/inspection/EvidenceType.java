package vn.ocopmarket.catalog.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells by their first bytes what pictures and documents are; what they are called does not count. */
final class EvidenceType {

    private static final int WEBP_AT = 8;
    private static final Map<String, String> BEGINNINGS =
            Map.of("%PDF-", "application/pdf", "\u00ff\u00d8\u00ff", "image/jpeg", "\u0089PNG\r\n", "image/png");

    private EvidenceType() {}

    /** Null for what is not taken. */
    static @Nullable String of(byte[] content) {
        var start = new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1);
        if (start.startsWith("RIFF") && start.startsWith("WEBP", WEBP_AT)) {
            return "image/webp";
        }
        return BEGINNINGS.entrySet().stream()
                .filter(known -> start.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
