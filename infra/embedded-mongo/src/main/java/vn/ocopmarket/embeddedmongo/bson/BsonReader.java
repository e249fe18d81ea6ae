package vn.ocopmarket.embeddedmongo.bson;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads documents from BSON. Throws {@link BadValueException} for kinds of values this server does not keep. */
public final class BsonReader {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int DEEPEST = 100;

    private final byte[] bytes;
    private int position;
    private int depth;

    public BsonReader(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    public int position() {
        return position;
    }

    public Document document() {
        int end = enter();
        Document document = new Document();
        int type = readByte();
        while (type != 0) {
            String name = cString();
            document.put(name, value(type));
            type = readByte();
        }
        leave(end);
        return document;
    }

    private List<@Nullable Object> array() {
        int end = enter();
        List<@Nullable Object> elements = new ArrayList<>();
        int type = readByte();
        while (type != 0) {
            skipCString();
            elements.add(value(type));
            type = readByte();
        }
        leave(end);
        return elements;
    }

    private int enter() {
        int end = position + readInt();
        if (end > bytes.length || end < position || ++depth > DEEPEST) {
            throw new BadValueException("broken or too deeply nested BSON");
        }
        return end;
    }

    private void leave(int end) {
        depth--;
        if (position != end) {
            throw new BadValueException("broken BSON: a document does not end where it says");
        }
    }

    private @Nullable Object value(int type) {
        return switch (type) {
            case BsonType.STRING -> string();
            case BsonType.INT -> readInt();
            case BsonType.LONG -> readLong();
            case BsonType.DOCUMENT -> document();
            case BsonType.ARRAY -> array();
            case BsonType.BOOLEAN -> readByte() != 0;
            case BsonType.NULL, BsonType.UNDEFINED -> null;
            case BsonType.DATE -> Instant.ofEpochMilli(readLong());
            case BsonType.DOUBLE -> Double.longBitsToDouble(readLong());
            case BsonType.DECIMAL -> new Decimal128(readLong(), readLong());
            case BsonType.OBJECT_ID -> new ObjectId(readBytes(12));
            case BsonType.BINARY -> binary();
            case BsonType.TIMESTAMP -> new BsonTimestamp(readLong());
            case BsonType.REGEX -> new BsonRegularExpression(cString(), cString());
            case BsonType.JAVASCRIPT -> new BsonJavaScript(string());
            case BsonType.MIN_KEY -> MinKey.getInstance();
            case BsonType.MAX_KEY -> MaxKey.getInstance();
            default ->
                throw new BadValueException(
                        "BSON type 0x" + Integer.toHexString(type) + " is not supported by the embedded server");
        };
    }

    private Object binary() {
        int length = readInt();
        int subtype = readByte();
        return switch (subtype) {
            case BsonType.GENERIC -> new BinData(readBytes(length));
            case BsonType.UUID -> new UUID(Long.reverseBytes(readLong()), Long.reverseBytes(readLong()));
            case BsonType.LEGACY_UUID -> new LegacyUUID(readLong(), readLong());
            default ->
                throw new BadValueException(
                        "binary data of subtype " + subtype + " is not supported by the embedded server");
        };
    }

    private String string() {
        int length = readInt() - 1;
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length + 1;
        return text;
    }

    private String cString() {
        int start = position;
        skipCString();
        return new String(bytes, start, position - 1 - start, StandardCharsets.UTF_8);
    }

    private void skipCString() {
        while (bytes[position] != 0) {
            position++;
        }
        position++;
    }

    private int readByte() {
        return bytes[position++] & 0xFF;
    }

    private int readInt() {
        int value = (int) INT.get(bytes, position);
        position += 4;
        return value;
    }

    private long readLong() {
        long value = (long) LONG.get(bytes, position);
        position += 8;
        return value;
    }

    private byte[] readBytes(int length) {
        byte[] copy = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return copy;
    }
}
