package vn.ocopmarket.embeddedmongo.journal;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The first bytes of a journal file: what it is and in which version of the format it was written. */
final class FileHeader {

    static final int BYTES = 16;
    static final int VERSION = 1;

    private static final byte[] MAGIC = "OCOPMDB\n".getBytes(StandardCharsets.US_ASCII);

    private FileHeader() {}

    static ByteBuffer write() {
        ByteBuffer header = ByteBuffer.allocate(BYTES).put(MAGIC).putInt(VERSION);
        return header.putInt(checksum(header.array())).flip();
    }

    /** Throws {@link UnreadableJournal} for a file that is not a journal, is damaged, or comes from a later version. */
    static void check(MemorySegment file, String name) {
        if (file.byteSize() < BYTES) {
            throw new UnreadableJournal(name + " is too short to be a journal of the embedded database");
        }
        byte[] bytes = new byte[BYTES];
        MemorySegment.copy(file, 0, MemorySegment.ofArray(bytes), 0, BYTES);
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new UnreadableJournal(name + " is not a journal of the embedded database");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (header.getInt(12) != checksum(bytes)) {
            throw new UnreadableJournal("The header of " + name + " is damaged; restore a backup");
        }
        if (header.getInt(8) != VERSION) {
            throw new UnreadableJournal(name + " is written in version " + header.getInt(8)
                    + " of the format, this program reads version " + VERSION);
        }
    }

    private static int checksum(byte[] header) {
        CRC32C crc = new CRC32C();
        crc.update(header, 0, 12);
        return (int) crc.getValue();
    }
}
