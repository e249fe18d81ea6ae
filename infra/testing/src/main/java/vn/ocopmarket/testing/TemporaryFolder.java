package vn.ocopmarket.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for as long as this JVM runs. */
public final class TemporaryFolder {

    private static final System.Logger LOG = System.getLogger(TemporaryFolder.class.getName());

    private TemporaryFolder() {}

    /** Makes a folder that is removed when this JVM ends. */
    public static Path create(String prefix) throws IOException {
        var folder = Files.createTempDirectory(prefix);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                remove(folder);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "{0} stays behind: {1}", folder, e.toString());
            }
        }));
        return folder;
    }

    /** With all that is in it. */
    static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
