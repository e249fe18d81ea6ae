package vn.ocopmarket.service.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Tells the parts of a multipart body apart from what stands between them. Clients choose a new delimiter for every request,
 * also for one that they repeat: all of them count as one. Pieces may end in the midst of one.
 */
final class PartDelimiters {

    private static final byte SAME = 0;

    private final byte[] delimiter;
    private final int[] fallback;
    private int matched;

    private PartDelimiters(byte[] delimiter) {
        this.delimiter = delimiter;
        this.fallback = fallback(delimiter);
    }

    static PartDelimiters none() {
        return new PartDelimiters(new byte[0]);
    }

    static PartDelimiters of(@Nullable MediaType type) {
        var boundary = type == null || !type.getType().equals("multipart") ? null : type.getParameter("boundary");
        return boundary == null
                ? none()
                : new PartDelimiters(("--" + unquoted(boundary)).getBytes(StandardCharsets.UTF_8));
    }

    /** Hands the piece on, with the same byte for each delimiter. */
    void strip(ByteBuffer piece, MessageDigest to) {
        if (delimiter.length == 0) {
            to.update(piece);
            return;
        }
        while (handOn(piece, to)) {
            var next = piece.get();
            while (matched > 0 && next != delimiter[matched]) {
                var shorter = fallback[matched - 1];
                to.update(delimiter, 0, matched - shorter);
                matched = shorter;
            }
            if (next != delimiter[matched]) {
                to.update(next);
            } else if (++matched == delimiter.length) {
                to.update(SAME);
                matched = 0;
            }
        }
    }

    /** Hands on what no delimiter can begin in; false at the end of the piece. */
    private boolean handOn(ByteBuffer piece, MessageDigest to) {
        var at = piece.position();
        while (matched == 0 && at < piece.limit() && piece.get(at) != delimiter[0]) {
            at++;
        }
        to.update(piece.slice(piece.position(), at - piece.position()));
        piece.position(at);
        return piece.hasRemaining();
    }

    /** Hands on what looked like the beginning of one. */
    void end(MessageDigest to) {
        to.update(delimiter, 0, matched);
        matched = 0;
    }

    /** Knuth, Morris and Pratt: how much of the beginning still matches when the byte after it does not. */
    private static int[] fallback(byte[] delimiter) {
        var fallback = new int[delimiter.length];
        for (int at = 1, length = 0; at < delimiter.length; at++) {
            while (length > 0 && delimiter[at] != delimiter[length]) {
                length = fallback[length - 1];
            }
            if (delimiter[at] == delimiter[length]) {
                length++;
            }
            fallback[at] = length;
        }
        return fallback;
    }

    private static String unquoted(String parameter) {
        return parameter.length() > 1 && parameter.startsWith("\"") && parameter.endsWith("\"")
                ? parameter.substring(1, parameter.length() - 1)
                : parameter;
    }
}
