package vn.ocopmarket.service.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.buffer.DataBuffer;

/** What a request is recognised by: a text about it, and its body piece by piece. */
final class RequestDigest {

    private static final int LENGTH = 20;

    private final MessageDigest digest;
    private final PartDelimiters delimiters;

    /** @param delimiters stand between the parts of the body, and are others each time that it is sent */
    RequestDigest(String text, PartDelimiters delimiters) {
        this.digest = sha256();
        this.delimiters = delimiters;
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    static String of(String text) {
        return new RequestDigest(text, PartDelimiters.none()).value();
    }

    /** Leaves the buffer as it is. */
    void update(DataBuffer buffer) {
        try (var pieces = buffer.readableByteBuffers()) {
            pieces.forEachRemaining(this::update);
        }
    }

    void update(ByteBuffer piece) {
        delimiters.strip(piece, digest);
    }

    /** To be asked for once. */
    String value() {
        delimiters.end(digest);
        return HexFormat.of().formatHex(digest.digest(), 0, LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
