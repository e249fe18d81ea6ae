package vn.ocopmarket.catalog.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import vn.ocopmarket.catalog.StableIds;

/**
 * A document or a picture; what it is its first bytes say, not who sends it.
 *
 * @param type of its content, such as {@code application/pdf}
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on and never compared.
public record EvidenceFile(String sha256, String type, byte[] content) {

    /** A store's document holds 16 MB. */
    public static final int MOST_BYTES = 10 << 20;

    private static final Map<String, byte[]> SIGNATURES = Map.of(
            "application/pdf", "%PDF-".getBytes(StandardCharsets.ISO_8859_1),
            "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

    /** Empty when it is neither a PDF nor a JPEG or PNG picture. */
    public static Optional<EvidenceFile> of(byte[] content) {
        return SIGNATURES.entrySet().stream()
                .filter(known -> content.length <= MOST_BYTES && startsWith(content, known.getValue()))
                .map(known -> new EvidenceFile(
                        HexFormat.of().formatHex(StableIds.sha256().digest(content)), known.getKey(), content))
                .findFirst();
    }

    private static boolean startsWith(byte[] content, byte[] signature) {
        return content.length > signature.length
                && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
    }
}
