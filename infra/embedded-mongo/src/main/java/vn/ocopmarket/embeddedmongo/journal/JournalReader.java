package vn.ocopmarket.embeddedmongo.journal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Reads the frames of a journal file and tells a torn tail from damage. */
final class JournalReader {

    private JournalReader() {}

    /** Where the last whole frame ends, and how many bytes of an unfinished one follow. */
    record Extent(long end, long torn) {}

    /** Hands over every entry in order. Throws {@link UnreadableJournal} when acknowledged data is damaged. */
    static Extent read(Path path, Consumer<JournalEntry> entries) throws IOException {
        return readFrames(path, FileHeader.BYTES, frame -> {
            ByteBuffer in = frame.entries();
            while (in.hasRemaining()) {
                entries.accept(EntryBuffer.read(in));
            }
        });
    }

    static Extent readFrames(Path path, long from, Consumer<Frame> frames) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                Arena arena = Arena.ofShared()) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            FileHeader.check(file, path.getFileName().toString());
            long offset = from;
            while (offset < file.byteSize() && Frame.isWhole(file, offset)) {
                Frame frame = Frame.at(file, offset);
                frames.accept(frame);
                offset = frame.end();
            }
            refuseDamage(path, file, offset);
            return new Extent(offset, file.byteSize() - offset);
        }
    }

    private static void refuseDamage(Path path, MemorySegment file, long broken) {
        for (long offset = broken + 1; offset <= file.byteSize() - Frame.HEADER_BYTES; offset++) {
            if (Frame.isWhole(file, offset)) {
                throw new UnreadableJournal("Acknowledged data is damaged: " + path + " cannot be read at byte "
                        + broken + ", but is whole again at byte " + offset
                        + ". Restore a backup into an empty folder.");
            }
        }
    }
}
