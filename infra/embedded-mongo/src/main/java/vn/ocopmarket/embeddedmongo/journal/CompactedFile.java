package vn.ocopmarket.embeddedmongo.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A journal file that is being written from a snapshot, in frames of about a megabyte. */
final class CompactedFile implements AutoCloseable {

    private static final int FRAME_BYTES = 1 << 20;

    private final JournalOutput output;
    private final EntryBuffer frame = new EntryBuffer();
    private long end;

    CompactedFile(Path path) throws IOException {
        output = JournalOutput.onDisk(path, 0);
        output.write(FileHeader.write());
        end = FileHeader.BYTES;
    }

    void add(JournalEntry entry) {
        frame.add(entry);
        if (frame.size() >= FRAME_BYTES) {
            flush();
        }
    }

    /** Appends what a journal holds from this offset on; answers where it ended. */
    long copyFrames(Path journal, long from) throws IOException {
        JournalReader.Extent extent = JournalReader.readFrames(journal, from, source -> {
            frame.addAll(source.entries());
            if (frame.size() >= FRAME_BYTES) {
                flush();
            }
        });
        return extent.end();
    }

    long end() {
        return end;
    }

    private void flush() {
        if (frame.isEmpty()) {
            return;
        }
        try {
            output.write(frame.seal(end));
            end += Frame.HEADER_BYTES + frame.size();
            frame.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything is on disk when this returns. */
    void finish() throws IOException {
        flush();
        output.force();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
