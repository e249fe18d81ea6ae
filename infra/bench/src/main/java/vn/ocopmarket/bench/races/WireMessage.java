package vn.ocopmarket.bench.races;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.bson.RawBsonDocument;

/**
 * One message of the MongoDB wire protocol, as it came.
 *
 * @param bytes with its header
 * @see <a href="https://github.com/mongodb/specifications/blob/master/source/message/OP_MSG.md">OP_MSG</a>
 */
record WireMessage(byte[] bytes) {

    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;
    private static final int LONGEST = 64 << 20;
    private static final int FLAGS = 4;

    /** Reads the next one; empty at the end of the stream. */
    static Optional<WireMessage> read(InputStream stream) throws IOException {
        var input = new DataInputStream(stream);
        var length = new byte[Integer.BYTES];
        if (input.readNBytes(length, 0, length.length) < length.length) {
            return Optional.empty();
        }
        var size = little(length).getInt(0);
        if (size < HEADER || size > LONGEST) {
            throw new IOException("not a message: " + size + " bytes");
        }
        var bytes = new byte[size];
        System.arraycopy(length, 0, bytes, 0, length.length);
        input.readFully(bytes, length.length, size - length.length);
        return Optional.of(new WireMessage(bytes));
    }

    int requestId() {
        return little(bytes).getInt(4);
    }

    int responseTo() {
        return little(bytes).getInt(8);
    }

    /** The command or the answer; empty for the protocols that greetings may use. */
    Optional<RawBsonDocument> body() {
        var buffer = little(bytes);
        if (buffer.getInt(12) != OP_MSG) {
            return Optional.empty();
        }
        for (var at = HEADER + FLAGS; at < bytes.length; ) {
            var size = buffer.getInt(at + 1);
            if (bytes[at] == 0) {
                return Optional.of(new RawBsonDocument(bytes, at + 1, size));
            }
            at += 1 + size;
        }
        return Optional.empty();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
