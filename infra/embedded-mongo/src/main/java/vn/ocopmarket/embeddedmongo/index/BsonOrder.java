package vn.ocopmarket.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The total order of BSON values; a missing value is null, and numbers of all kinds compare by what they are worth. */
public final class BsonOrder {

    private static final int NUMBER = 2;
    private static final int STRING = 3;
    private static final int OBJECT_ID = 9;
    private static final int BOOLEAN = 10;
    private static final int INSTANT = 11;

    private BsonOrder() {}

    /** Where the values of one type begin, or end: before, or behind, all of them. */
    private record Edge(int rank, boolean first) {

        int compareWith(Object other) {
            boolean same = other instanceof Edge edge && edge.first == first;
            return same ? 0 : first ? -1 : 1;
        }
    }

    /** What comes before all values that compare with this one, as queries compare; null when that is not plain to see. */
    static @Nullable Object beginningOf(Object value) {
        return edge(value, true);
    }

    /** What comes behind all values that compare with this one; null when that is not plain to see. */
    static @Nullable Object endOf(Object value) {
        return edge(value, false);
    }

    private static @Nullable Object edge(Object value, boolean first) {
        int rank = rank(value);
        return switch (rank) {
            case NUMBER, STRING, OBJECT_ID, BOOLEAN, INSTANT -> new Edge(rank, first);
            default -> null;
        };
    }

    public static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return 0;
        }
        if (a instanceof String s && b instanceof String t) {
            return s.compareTo(t);
        }
        int rank = rank(a);
        int otherRank = rank(b);
        if (rank != otherRank || a == null || b == null) {
            return Integer.compare(rank, otherRank);
        }
        if (a instanceof Edge edge) {
            return edge.compareWith(b);
        }
        return b instanceof Edge edge ? -edge.compareWith(a) : compareAlike(a, b);
    }

    private static int compareAlike(Object a, Object b) {
        return switch (a) {
            case Number n -> compareNumbers(n, (Number) b);
            case Document d -> compareDocuments(d, (Document) b);
            case Collection<?> c -> compareArrays(c, (Collection<?>) b);
            case BinData d -> d.compareTo((BinData) b);
            case LegacyUUID u -> u.compareTo((LegacyUUID) b);
            case UUID u -> u.toString().compareTo(b.toString());
            case ObjectId o -> o.compareTo((ObjectId) b);
            case Boolean t -> t.compareTo((Boolean) b);
            case Instant t -> t.compareTo((Instant) b);
            case BsonTimestamp t -> t.compareTo((BsonTimestamp) b);
            case BsonRegularExpression r -> r.toString().compareTo(b.toString());
            default -> 0;
        };
    }

    private static int rank(@Nullable Object value) {
        return switch (value) {
            case MinKey _ -> 0;
            case null -> 1;
            case Missing _ -> 1;
            case Number _ -> NUMBER;
            case String _ -> STRING;
            case Document _ -> 4;
            case Collection<?> _ -> 5;
            case BinData _ -> 6;
            case LegacyUUID _ -> 7;
            case UUID _ -> 8;
            case ObjectId _ -> OBJECT_ID;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> INSTANT;
            case BsonTimestamp _ -> 12;
            case BsonRegularExpression _ -> 13;
            case MaxKey _ -> 15;
            case Edge edge -> edge.rank();
            default -> 14;
        };
    }

    private static int compareNumbers(Number a, Number b) {
        boolean whole = isWhole(a);
        boolean otherWhole = isWhole(b);
        if (whole && otherWhole) {
            return Long.compare(a.longValue(), b.longValue());
        }
        double x = a.doubleValue();
        double y = b.doubleValue();
        if (x != y || !Double.isFinite(x) || !Double.isFinite(y)) {
            return x == y ? 0 : Double.compare(x, y);
        }
        return exact(a).compareTo(exact(b));
    }

    private static boolean isWhole(Number n) {
        return n instanceof Integer || n instanceof Long;
    }

    private static BigDecimal exact(Number n) {
        return switch (n) {
            case Decimal128 d -> d.toBigDecimal();
            case Double d -> new BigDecimal(d);
            default -> BigDecimal.valueOf(n.longValue());
        };
    }

    private static int compareArrays(Collection<?> a, Collection<?> b) {
        Iterator<?> x = a.iterator();
        Iterator<?> y = b.iterator();
        while (x.hasNext() && y.hasNext()) {
            int order = compare(x.next(), y.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(x.hasNext(), y.hasNext());
    }

    private static int compareDocuments(Document a, Document b) {
        Iterator<Map.Entry<String, Object>> x = a.entrySet().iterator();
        Iterator<Map.Entry<String, Object>> y = b.entrySet().iterator();
        while (x.hasNext() && y.hasNext()) {
            int order = compareFields(x.next(), y.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(x.hasNext(), y.hasNext());
    }

    private static int compareFields(Map.Entry<String, Object> a, Map.Entry<String, Object> b) {
        int order = Integer.compare(rank(a.getValue()), rank(b.getValue()));
        if (order == 0) {
            order = a.getKey().compareTo(b.getKey());
        }
        return order == 0 ? compare(a.getValue(), b.getValue()) : order;
    }
}
