package vn.ocopmarket.embeddedmongo.journal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * What one group commit writes: {@code magic, length, own offset, CRC-32C, entries}.
 *
 * <p>A frame is only written after the one before it is on disk. So a broken frame at the end was never acknowledged,
 * and a broken frame with a whole one behind it is damage. The own offset keeps a journal that somebody stored inside a
 * document from being taken for one.
 */
record Frame(long offset, ByteBuffer entries) {

    static final int HEADER_BYTES = 4 + 4 + 8 + 4;

    private static final int MAGIC = 0x4F434F46;
    private static final int CHECKED_HEAD = 4 + 4 + 8;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    static void writeHeader(ByteBuffer frame, long offset) {
        int length = frame.limit() - HEADER_BYTES;
        frame.putInt(0, MAGIC).putInt(4, length).putLong(8, offset);
        frame.putInt(16, checksum(frame.slice(0, CHECKED_HEAD), frame.slice(HEADER_BYTES, length)));
    }

    /** Is there a whole frame at this offset? */
    static boolean isWhole(MemorySegment file, long offset) {
        long room = file.byteSize() - offset - HEADER_BYTES;
        if (room < 0 || file.get(INT, offset) != MAGIC || file.get(LONG, offset + 8) != offset) {
            return false;
        }
        int length = file.get(INT, offset + 4);
        return length >= 0
                && length <= room
                && file.get(INT, offset + 16)
                        == checksum(
                                file.asSlice(offset, CHECKED_HEAD).asByteBuffer(),
                                file.asSlice(offset + HEADER_BYTES, length).asByteBuffer());
    }

    static Frame at(MemorySegment file, long offset) {
        int length = file.get(INT, offset + 4);
        return new Frame(offset, file.asSlice(offset + HEADER_BYTES, length).asByteBuffer());
    }

    long end() {
        return offset + HEADER_BYTES + entries.limit();
    }

    private static int checksum(ByteBuffer head, ByteBuffer entries) {
        CRC32C crc = new CRC32C();
        crc.update(head);
        crc.update(entries);
        return (int) crc.getValue();
    }
}
