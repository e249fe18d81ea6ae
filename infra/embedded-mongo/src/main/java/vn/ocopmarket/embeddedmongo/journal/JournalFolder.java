package vn.ocopmarket.embeddedmongo.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names the journal files of a data folder: {@code data.<generation>.journal}, the highest generation counts. */
record JournalFolder(Path path) {

    private static final Pattern NAME = Pattern.compile("data\\.(\\d{1,18})\\.journal");

    Path file(long generation) {
        return path.resolve("data." + generation + ".journal");
    }

    Optional<Long> newest() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .max(Long::compare);
        }
    }

    /** Makes a new journal that holds the header only; it appears whole or not at all. */
    void create(long generation) throws IOException {
        Path draft = draft(generation);
        try (JournalOutput out = JournalOutput.onDisk(draft, 0)) {
            out.write(FileHeader.write());
            out.force();
        }
        publish(draft, generation);
    }

    Path draft(long generation) {
        return path.resolve(file(generation).getFileName() + ".tmp");
    }

    void publish(Path draft, long generation) throws IOException {
        Files.move(draft, file(generation), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Removes drafts and the generations before this one. */
    void tidy(long generation) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(path)) {
            all = files.toList();
        }
        for (Path file : all) {
            String name = file.getFileName().toString();
            Matcher journal = NAME.matcher(name);
            if (name.endsWith(".journal.tmp") || journal.matches() && Long.parseLong(journal.group(1)) < generation) {
                Files.delete(file);
            }
        }
    }
}
