package vn.ocopmarket.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the embedded node that the build has made. */
final class ElasticsearchNode {

    private static final Path MODULE = Path.of("infra", "embedded-elasticsearch", "node");

    private ElasticsearchNode() {}

    /**
     * @param start a folder inside the project
     * @throws IllegalStateException says how to build it when it is not there
     */
    static Path distribution(Path start) {
        var module = Stream.iterate(start.toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(MODULE))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No folder above %s has %s".formatted(start.toAbsolutePath(), MODULE)));
        var distribution = module.resolve("target").resolve("dist");
        if (!Files.isDirectory(distribution.resolve("lib"))
                || !Files.isDirectory(distribution.resolve("modules").resolve("analysis"))) {
            throw new IllegalStateException("""
                    The Elasticsearch node for tests is not built: %s is missing or not whole. The phases up to "test" do not \
                    package it. Build it once with
                        ./mvnw package -DskipTests -pl %s -am
                    or run the tests with "./mvnw verify".""".formatted(distribution, MODULE));
        }
        return distribution;
    }
}
