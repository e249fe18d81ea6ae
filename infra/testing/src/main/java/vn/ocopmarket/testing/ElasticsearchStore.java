package vn.ocopmarket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** The Elasticsearch of this JVM, started at first use and stopped with the JVM. */
final class ElasticsearchStore {

    private static final System.Logger LOG = System.getLogger(ElasticsearchStore.class.getName());
    private static final String IMAGE = "docker.elastic.co/elasticsearch/elasticsearch:9.5.2";
    private static final int HTTP = 9200;

    private static final String URI = Docker.answers() ? startContainer() : startNode();

    private ElasticsearchStore() {}

    static String uri() {
        return URI;
    }

    @SuppressWarnings("resource") // It lives as long as the JVM; Testcontainers removes it then.
    private static String startContainer() {
        var container = new GenericContainer<>(IMAGE)
                .withExposedPorts(HTTP)
                .withEnv("discovery.type", "single-node")
                .withEnv("xpack.security.enabled", "false")
                .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
                .waitingFor(Wait.forHttp("/_cluster/health?wait_for_status=yellow")
                        .forPort(HTTP)
                        .withStartupTimeout(Duration.ofMinutes(3)));
        container.start();
        var uri = "http://%s:%d".formatted(container.getHost(), container.getMappedPort(HTTP));
        LOG.log(System.Logger.Level.INFO, "Tests use Elasticsearch in a container ({0}) at {1}", IMAGE, uri);
        return uri;
    }

    private static String startNode() {
        try {
            var folder = Files.createTempDirectory("ocop-elasticsearch");
            var node = NodeProcess.start(ElasticsearchNode.distribution(Path.of("")), folder);
            Runtime.getRuntime().addShutdownHook(new Thread(node::close));
            LOG.log(System.Logger.Level.INFO, "Tests use the embedded Elasticsearch node at {0}", node.uri());
            return node.uri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
