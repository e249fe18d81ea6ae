package vn.ocopmarket.catalog.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import reactor.core.publisher.Flux;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.media.Originals.Upload;

/** Uploads for tests. */
public final class Uploads {

    private static final int PIECE = 100_000;

    private Uploads() {}

    /** These bytes, in pieces. */
    public static Upload of(byte... bytes) {
        var digest = StableIds.sha256().digest(bytes);
        return new Upload(
                StableIds.of(digest, 32),
                HexFormat.of().formatHex(digest),
                bytes.length,
                Flux.range(0, (bytes.length + PIECE - 1) / PIECE)
                        .map(at -> ByteBuffer.wrap(
                                Arrays.copyOfRange(bytes, at * PIECE, Math.min(bytes.length, (at + 1) * PIECE)))));
    }
}
