package vn.ocopmarket.embeddedmongo.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Copies the data of a folder, also one in use, into one compacted journal file. */
public final class Backup {

    private Backup() {}

    /** Rebuilds data from entries; the backup needs no more of it than this. */
    public interface Rebuilding extends Snapshot {

        void apply(JournalEntry entry);
    }

    /** Writes the backup, which must not exist yet; answers its size. Throws {@link UnreadableJournal}. */
    public static long write(Path folder, Path target, Rebuilding data) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        JournalFolder journals = new JournalFolder(folder);
        long generation = journals.newest().orElseThrow(() -> new NoSuchFileException(folder + "/data.*.journal"));
        var _ = JournalReader.read(journals.file(generation), data::apply);
        Path draft = target.resolveSibling(target.getFileName() + ".tmp");
        try (CompactedFile copy = new CompactedFile(draft)) {
            data.writeTo(copy::add);
            copy.finish();
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        return Files.size(target);
    }
}
