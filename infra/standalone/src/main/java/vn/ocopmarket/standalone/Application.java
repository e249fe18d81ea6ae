package vn.ocopmarket.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.CRC32C;

/**
 * A service's executable jar, unpacked once beside the sources, where it starts quicker and can have a JVM cache.
 *
 * @param name of the part
 * @param jar as the build made it
 * @param unpackedRoot folder of all unpacked applications
 * @param flags of the JVM; a cache is good for these only
 */
record Application(String name, Path jar, Path unpackedRoot, List<String> flags) {

    private static final String LAUNCHER = EndWithParent.class.getName();

    Application {
        flags = List.copyOf(flags);
    }

    /** The command line that runs it; unpacks it first when that has not happened yet for this build. */
    List<String> command() {
        return command(
                usesCache() && Files.exists(cache())
                        ? List.of("-XX:AOTCache=" + cache(), "-Xlog:aot=off,cds=off")
                        : List.of());
    }

    /** The command line of a run that ends before the service serves, and leaves a JVM cache in that file. */
    List<String> training(Path output) {
        return command(List.of("-XX:AOTCacheOutput=" + output, "-Dspring.context.exit=onRefresh"));
    }

    /** The JVM cache of this build with these flags; there from the second start on. */
    Path cache() {
        return folder().resolve("%08x.aot".formatted(flags.hashCode()));
    }

    /** A cache only holds classes from jars, so there is none while the launcher itself runs from a class folder. */
    static boolean usesCache() {
        return !"off".equals(System.getenv("OCOP_AOT_CACHE")) && Files.isRegularFile(ownCode());
    }

    private List<String> command(List<String> more) {
        try {
            var unpacked = unpack();
            var command = new ArrayList<String>();
            command.add(JavaHome.java());
            command.addAll(flags);
            command.addAll(more);
            command.addAll(
                    List.of("-cp", ownCode() + ":" + unpacked.resolve(jar.getFileName()), LAUNCHER, mainClass()));
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unpack() throws IOException {
        var folder = folder();
        if (Files.isDirectory(folder)) {
            return folder;
        }
        deleteOlderBuilds();
        var fresh = Files.createTempDirectory(Files.createDirectories(unpackedRoot), ".unpacking-");
        var process = new ProcessBuilder(
                        JavaHome.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        fresh.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new StartRefused("unpacking " + jar + " failed:\n" + output);
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another launcher was quicker; what it unpacked is the same.
            deleteTree(fresh);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        return folder;
    }

    /** Named by content: reproducible builds give every jar the same time. */
    private Path folder() {
        try (var content = Files.newInputStream(jar)) {
            var sum = new CRC32C();
            var part = new byte[64 << 10];
            for (var length = content.read(part); length > 0; length = content.read(part)) {
                sum.update(part, 0, length);
            }
            return unpackedRoot.resolve("%s-%08x%08x".formatted(name, sum.getValue(), Files.size(jar)));
        } catch (IOException _) {
            throw new StartRefused(jar + " is missing; build it with ./mvnw -DskipTests package");
        }
    }

    private void deleteOlderBuilds() throws IOException {
        if (!Files.isDirectory(unpackedRoot)) {
            return;
        }
        try (var builds = Files.newDirectoryStream(unpackedRoot, name + "-????????????????")) {
            for (var build : builds) {
                deleteTree(build);
            }
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private String mainClass() throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(new Attributes.Name("Start-Class"));
        }
    }

    private static Path ownCode() {
        return Path.of(Application.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }
}
