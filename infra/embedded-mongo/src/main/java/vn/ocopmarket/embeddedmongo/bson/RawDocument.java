package vn.ocopmarket.embeddedmongo.bson;

/** A document that goes to the client exactly as it is stored. */
public record RawDocument(byte[] bson) {}
