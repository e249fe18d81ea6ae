package vn.ocopmarket.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What one process prints; two files of limited size. */
final class LogFile {

    private static final long LIMIT_BYTES = 10L << 20;

    private final Path file;
    private long written;

    LogFile(Path file) {
        this.file = file;
        this.written = sizeOf(file);
    }

    Path path() {
        return file;
    }

    /** Appends a line. A full disk loses log lines and nothing else. */
    synchronized void append(String line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (written + bytes.length > LIMIT_BYTES) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                written = 0;
            }
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written += bytes.length;
        } catch (IOException _) {
            written = sizeOf(file);
        }
    }

    /** The last lines, for a message about a process that does not start. */
    List<String> tail(int lines) {
        try (var all = Files.lines(file)) {
            var kept = all.toList();
            return kept.subList(Math.max(0, kept.size() - lines), kept.size());
        } catch (IOException _) {
            return List.of();
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException _) {
            return 0;
        }
    }
}
