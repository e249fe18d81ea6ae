package vn.ocopmarket.catalog.imports.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.ocopmarket.catalog.imports.UnreadableFileException;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** Unpacks a workbook to nowhere before anyone reads it, so that a small file cannot fill the memory. */
final class ZipLimits {

    private static final long LARGEST_WHOLE = 200L << 20;
    private static final long LARGEST_TEXTS = 48L << 20;
    private static final int MOST_ENTRIES = 1_000;
    private static final String TEXTS = "xl/sharedStrings.xml";

    private ZipLimits() {}

    /** @throws UnreadableFileException when it is no workbook, or unpacks to too much */
    static void check(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new UnreadableFileException(FieldError.of("", "not-xlsx"));
            }
            if (zip.size() > MOST_ENTRIES) {
                throw tooLarge();
            }
            var left = LARGEST_WHOLE;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                left -= unpacked(zip, entry, TEXTS.equals(entry.getName()) ? Math.min(left, LARGEST_TEXTS) : left);
            }
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long most) throws IOException {
        var buffer = new byte[1 << 16];
        var size = 0L;
        try (var stream = zip.getInputStream(entry)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                size += read;
                if (size > most) {
                    throw tooLarge();
                }
            }
        }
        return size;
    }

    private static UnreadableFileException tooLarge() {
        return new UnreadableFileException(FieldError.of("", "too-large-inside"));
    }
}
