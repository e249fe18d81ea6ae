package vn.ocopmarket.embeddedmongo.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.CollectionDropped;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.CollectionNamed;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.DocumentDeleted;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.DocumentPut;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.IndexDeclared;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.IndexDropped;

/** A growing frame: room for its header, then entries as {@code kind, collection, document, length, bytes}. */
final class EntryBuffer {

    private static final byte[] NOTHING = {};
    private static final int ENTRY_HEAD = 1 + 4 + 8 + 4;
    private static final int RETAINED = 1 << 20;
    private static final int INITIAL = 1 << 16;

    private ByteBuffer buffer = ByteBuffer.allocate(INITIAL).position(Frame.HEADER_BYTES);

    void add(JournalEntry entry) {
        switch (entry) {
            case CollectionNamed(int collection, String namespace) -> put(1, collection, 0, bytes(namespace));
            case CollectionDropped(int collection) -> put(2, collection, 0, NOTHING);
            case IndexDeclared(int collection, byte[] specification) -> put(3, collection, 0, specification);
            case IndexDropped(int collection, String name) -> put(4, collection, 0, bytes(name));
            case DocumentPut(int collection, long document, byte[] bson) -> put(5, collection, document, bson);
            case DocumentDeleted(int collection, long document) -> put(6, collection, document, NOTHING);
        }
    }

    /** Reads one entry; the reader has checked the frame, so anything unknown was written by other code. */
    static JournalEntry read(ByteBuffer in) {
        byte kind = in.get();
        int collection = in.getInt();
        long document = in.getLong();
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return switch (kind) {
            case 1 -> new CollectionNamed(collection, text(bytes));
            case 2 -> new CollectionDropped(collection);
            case 3 -> new IndexDeclared(collection, bytes);
            case 4 -> new IndexDropped(collection, text(bytes));
            case 5 -> new DocumentPut(collection, document, bytes);
            case 6 -> new DocumentDeleted(collection, document);
            default -> throw new IllegalStateException("unknown kind of journal entry: " + kind);
        };
    }

    void addAll(ByteBuffer entries) {
        reserve(entries.remaining());
        buffer.put(entries);
    }

    boolean isEmpty() {
        return buffer.position() == Frame.HEADER_BYTES;
    }

    int size() {
        return buffer.position() - Frame.HEADER_BYTES;
    }

    /** The finished frame, ready to be written at this offset; the buffer must be cleared before it is used again. */
    ByteBuffer seal(long offset) {
        ByteBuffer frame = buffer.duplicate().flip();
        Frame.writeHeader(frame, offset);
        return frame;
    }

    void clear() {
        if (buffer.capacity() > RETAINED) {
            buffer = ByteBuffer.allocate(INITIAL);
        }
        buffer.clear().position(Frame.HEADER_BYTES);
    }

    private void put(int kind, int collection, long document, byte[] bytes) {
        reserve(ENTRY_HEAD + bytes.length);
        buffer.put((byte) kind)
                .putInt(collection)
                .putLong(document)
                .putInt(bytes.length)
                .put(bytes);
    }

    private void reserve(int more) {
        if (buffer.remaining() < more) {
            int wanted = Math.addExact(buffer.position(), more);
            int doubled = (int) Math.min(Integer.MAX_VALUE - 16, buffer.capacity() * 2L);
            int position = buffer.position();
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), Math.max(wanted, doubled)))
                    .position(position);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
