package vn.ocopmarket.stripesimulator.ledger;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** One line of JSON for each change, on the disk before anybody hears of it. */
final class Journal implements AutoCloseable {

    private static final String NAME = "stripe.jsonl";

    /** A channel would be closed by the interrupt of any thread that writes. */
    private final FileOutputStream stream;

    private Journal(FileOutputStream stream) {
        this.stream = stream;
    }

    /** The changes kept so far; a torn last line is one that nobody was told about. */
    static List<ObjectNode> read(Path folder) {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var text = Files.readString(file);
            // What follows the last line break was torn off in the middle.
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Json::readObject)
                    .toList();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Begins again with only the present state in it; the old file stays until the new one is whole. */
    static Journal begin(Path folder, List<ObjectNode> state) {
        var fresh = folder.resolve(NAME + ".new");
        var file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            try (var stream = new FileOutputStream(fresh.toFile())) {
                for (var change : state) {
                    stream.write(line(change));
                }
                stream.getFD().sync();
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Journal(new FileOutputStream(file.toFile(), true));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    void append(ObjectNode change) {
        try {
            stream.write(line(change));
            stream.getFD().sync();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static byte[] line(ObjectNode change) {
        return (Json.write(change) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
