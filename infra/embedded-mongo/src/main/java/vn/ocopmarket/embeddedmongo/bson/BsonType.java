package vn.ocopmarket.embeddedmongo.bson;

/** The type bytes of BSON that this server keeps; others are refused when they come in. */
final class BsonType {

    static final int DOUBLE = 0x01;
    static final int STRING = 0x02;
    static final int DOCUMENT = 0x03;
    static final int ARRAY = 0x04;
    static final int BINARY = 0x05;
    static final int UNDEFINED = 0x06;
    static final int OBJECT_ID = 0x07;
    static final int BOOLEAN = 0x08;
    static final int DATE = 0x09;
    static final int NULL = 0x0A;
    static final int REGEX = 0x0B;
    static final int JAVASCRIPT = 0x0D;
    static final int INT = 0x10;
    static final int TIMESTAMP = 0x11;
    static final int LONG = 0x12;
    static final int DECIMAL = 0x13;
    static final int MAX_KEY = 0x7F;
    static final int MIN_KEY = 0xFF;

    static final int GENERIC = 0x00;
    static final int LEGACY_UUID = 0x03;
    static final int UUID = 0x04;

    private BsonType() {}
}
