package vn.ocopmarket.elasticsearch.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a node reads and writes.
 *
 * @param home the built distribution with {@code lib} and {@code modules}; only read
 * @param root the data folder, closed to other users because the node asks nobody for a password
 */
record NodeFolders(Path home, Path root) {

    /** Makes what is missing of the data folder. */
    static NodeFolders prepare(Path home, Path root) throws IOException {
        var folders = new NodeFolders(home.toAbsolutePath(), root.toAbsolutePath());
        Files.createDirectories(folders.root);
        if (folders.root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folders.root, PosixFilePermissions.fromString("rwx------"));
        }
        for (var folder : new Path[] {folders.data(), folders.logs(), folders.configuration()}) {
            Files.createDirectories(folder);
        }
        // A stop, clean or not, leaves the last address behind.
        Files.deleteIfExists(folders.boundAddresses());
        return folders;
    }

    Path data() {
        return root.resolve("data");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path configuration() {
        return root.resolve("config");
    }

    /** The file in which the server writes the addresses it listens on. */
    Path boundAddresses() {
        return logs().resolve("http.ports");
    }
}
