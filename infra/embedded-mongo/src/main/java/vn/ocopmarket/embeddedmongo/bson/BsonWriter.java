package vn.ocopmarket.embeddedmongo.bson;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes documents as BSON; a {@link RawDocument} inside them is copied as it is. */
public final class BsonWriter {

    private final ByteSink out;

    public BsonWriter(ByteSink out) {
        this.out = out;
    }

    public void document(Map<String, ?> document) {
        int start = out.reserveInt();
        for (Map.Entry<String, ?> field : document.entrySet()) {
            field(field.getKey(), field.getValue());
        }
        finish(start);
    }

    private void array(Collection<?> elements) {
        int start = out.reserveInt();
        int position = 0;
        for (Object element : elements) {
            field(ArrayIndex.name(position++), element);
        }
        finish(start);
    }

    private void finish(int start) {
        out.writeByte(0);
        out.setInt(start, out.position() - start);
    }

    private void field(String name, @Nullable Object value) {
        int type = out.position();
        out.writeByte(0);
        out.writeText(name);
        out.writeByte(0);
        out.setByte(type, value(value));
    }

    /** Writes the value and answers its type. */
    private int value(@Nullable Object value) {
        return switch (value) {
            case null -> BsonType.NULL;
            case String text -> {
                string(text);
                yield BsonType.STRING;
            }
            case RawDocument raw -> {
                out.writeBytes(raw.bson());
                yield BsonType.DOCUMENT;
            }
            case Map<?, ?> document -> {
                @SuppressWarnings("unchecked")
                Map<String, ?> fields = (Map<String, ?>) document;
                document(fields);
                yield BsonType.DOCUMENT;
            }
            case Collection<?> elements -> {
                array(elements);
                yield BsonType.ARRAY;
            }
            case Number number -> number(number);
            case Boolean truth -> {
                out.writeByte(truth ? 1 : 0);
                yield BsonType.BOOLEAN;
            }
            case Instant instant -> {
                out.writeLong(instant.toEpochMilli());
                yield BsonType.DATE;
            }
            default -> rarer(value);
        };
    }

    private int number(Number number) {
        switch (number) {
            case Integer n -> {
                out.writeInt(n);
                return BsonType.INT;
            }
            case Long n -> {
                out.writeLong(n);
                return BsonType.LONG;
            }
            case Double n -> {
                out.writeLong(Double.doubleToRawLongBits(n));
                return BsonType.DOUBLE;
            }
            case Decimal128 n -> {
                out.writeLong(n.getLow());
                out.writeLong(n.getHigh());
                return BsonType.DECIMAL;
            }
            default -> throw new IllegalArgumentException("not a BSON number: " + number.getClass());
        }
    }

    private int rarer(Object value) {
        switch (value) {
            case ObjectId id -> {
                out.writeBytes(id.toByteArray());
                return BsonType.OBJECT_ID;
            }
            case BinData data -> {
                binary(BsonType.GENERIC, data.getData().length);
                out.writeBytes(data.getData());
                return BsonType.BINARY;
            }
            case UUID uuid -> {
                binary(BsonType.UUID, 16);
                out.writeLong(Long.reverseBytes(uuid.getMostSignificantBits()));
                out.writeLong(Long.reverseBytes(uuid.getLeastSignificantBits()));
                return BsonType.BINARY;
            }
            case LegacyUUID uuid -> {
                binary(BsonType.LEGACY_UUID, 16);
                out.writeLong(uuid.getUuid().getMostSignificantBits());
                out.writeLong(uuid.getUuid().getLeastSignificantBits());
                return BsonType.BINARY;
            }
            case BsonTimestamp timestamp -> {
                out.writeLong(timestamp.getValue());
                return BsonType.TIMESTAMP;
            }
            case BsonRegularExpression regex -> {
                out.writeText(regex.getPattern());
                out.writeByte(0);
                out.writeText(regex.getOptions() == null ? "" : regex.getOptions());
                out.writeByte(0);
                return BsonType.REGEX;
            }
            case BsonJavaScript code -> {
                string(code.getCode());
                return BsonType.JAVASCRIPT;
            }
            case MinKey _ -> {
                return BsonType.MIN_KEY;
            }
            case MaxKey _ -> {
                return BsonType.MAX_KEY;
            }
            default -> throw new IllegalArgumentException("not a BSON value: " + value.getClass());
        }
    }

    private void binary(int subtype, int length) {
        out.writeInt(length);
        out.writeByte(subtype);
    }

    private void string(String text) {
        int start = out.reserveInt();
        out.writeText(text);
        out.writeByte(0);
        out.setInt(start, out.position() - start - 4);
    }
}
