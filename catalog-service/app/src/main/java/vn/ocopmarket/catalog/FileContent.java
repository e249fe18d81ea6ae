package vn.ocopmarket.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import reactor.core.publisher.Flux;

/** Reads a file piece by piece; it blocks, so where it is subscribed to must be a thread that may. */
public final class FileContent {

    private static final int PIECE = 256 * 1024;

    private FileContent() {}

    /** Its bytes in order. An error when it cannot be read; a cancel closes it. */
    public static Flux<ByteBuffer> pieces(Path file) {
        return Flux.using(() -> Files.newInputStream(file), FileContent::pieces, FileContent::close);
    }

    /** Adds its bytes to a digest. */
    public static MessageDigest digest(Path file, MessageDigest digest) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var buffer = new byte[PIECE];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest;
    }

    private static Flux<ByteBuffer> pieces(InputStream stream) {
        return Flux.generate(sink -> {
            try {
                var piece = stream.readNBytes(PIECE);
                if (piece.length == 0) {
                    sink.complete();
                } else {
                    sink.next(ByteBuffer.wrap(piece));
                }
            } catch (IOException e) {
                sink.error(new UncheckedIOException(e));
            }
        });
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
