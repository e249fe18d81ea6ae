package vn.ocopmarket.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything one market keeps; owned by one launcher at a time, readable only by its user. */
final class DataFolder implements AutoCloseable {

    /** What a launcher in the background prints. */
    static final String LAUNCHER_LOG = "market.log";

    private static final String LOCK = "lock";
    private static final long NEEDED_BYTES = 512L << 20;

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    static DataFolder open(Path folder, boolean fresh) {
        try {
            var root = Files.createDirectories(folder).toRealPath();
            if (!Files.isWritable(root)) {
                throw new StartRefused(
                        "the data folder " + root + " cannot be written; choose another with --data DIR");
            }
            restrict(root, "rwx------");
            var lockFile = lock(root);
            if (fresh) {
                empty(root);
            }
            requireSpace(root);
            return new DataFolder(root, lockFile);
        } catch (IOException e) {
            throw new StartRefused("the data folder " + folder + " cannot be used: " + e);
        }
    }

    Path root() {
        return root;
    }

    /** A folder below the root, made when it is missing. */
    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a file that only this user may read, at once and as a whole. */
    void writePrivate(String name, String content) {
        try {
            var fresh = root.resolve(name + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, content);
            Files.move(fresh, root.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(root.resolve(name));
        } catch (IOException _) {
            // A leftover file of this kind is replaced by the next start.
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartRefused("the data folder " + root
                    + " is in use by another market; end it (its process id is in " + root.resolve("pid")
                    + ") or choose another with --data DIR");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void empty(Path root) throws IOException {
        if (Files.exists(root.resolve(".git"))) {
            throw new StartRefused(root + " does not look like a data folder, so --fresh does not empty it");
        }
        var kept = Set.of(root.resolve(LOCK), root.resolve(LAUNCHER_LOG));
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(root) && !kept.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void requireSpace(Path root) throws IOException {
        var free = Files.getFileStore(root).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new StartRefused("only %d MB are free for %s; at least %d MB are needed"
                    .formatted(free >> 20, root, NEEDED_BYTES >> 20));
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            var unused = Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
