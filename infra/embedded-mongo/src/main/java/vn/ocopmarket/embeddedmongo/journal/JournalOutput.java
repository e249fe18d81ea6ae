package vn.ocopmarket.embeddedmongo.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The few things a journal does to its file; tests put a full or failing disk here. */
interface JournalOutput extends AutoCloseable {

    void write(ByteBuffer bytes) throws IOException;

    /** Returns when everything written is on the disk. */
    void force() throws IOException;

    @Override
    void close() throws IOException;

    /** Opens files for writing. */
    interface Opener {

        /** Continues the file at this offset and cuts off what follows it. */
        JournalOutput open(Path path, long offset) throws IOException;
    }

    static JournalOutput onDisk(Path path, long offset) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(offset).position(offset);
        return new JournalOutput() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
