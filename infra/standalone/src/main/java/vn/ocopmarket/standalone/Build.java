package vn.ocopmarket.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the Maven build left in the source tree.
 *
 * @param home root of the source tree
 */
record Build(Path home) {

    static Build ofProcess() {
        return new Build(
                Path.of(System.getProperty("ocop.home", ".")).toAbsolutePath().normalize());
    }

    /** The service of a module, to be run with these JVM flags. */
    Application application(String name, String module, List<String> flags) {
        return new Application(
                name, only(home.resolve(module).resolve("target"), "*-exec.jar"), home.resolve(".run"), flags);
    }

    Path mongoLibraries() {
        return folder("infra/embedded-mongo/target/dist/lib");
    }

    Path mailCatcherJar() {
        return only(home.resolve("infra/mail-catcher/target"), "*-exec.jar");
    }

    Path stripeJar() {
        return only(home.resolve("infra/stripe-simulator/target"), "*-exec.jar");
    }

    Path elasticsearchDistribution() {
        return folder("infra/embedded-elasticsearch/node/target/dist");
    }

    private Path folder(String path) {
        var folder = home.resolve(path);
        if (!Files.isDirectory(folder)) {
            throw missing(folder.toString());
        }
        return folder;
    }

    private static Path only(Path folder, String pattern) {
        try (var found = Files.newDirectoryStream(folder, pattern)) {
            for (var file : found) {
                return file;
            }
        } catch (IOException _) {
            // The folder is not there: nothing was built.
        }
        throw missing(folder.resolve(pattern).toString());
    }

    private static StartRefused missing(String what) {
        return new StartRefused(what + " is missing; build it with ./mvnw -DskipTests package");
    }
}
