package vn.ocopmarket.elasticsearch.node;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One Elasticsearch node, made through the public constructors of the server's library. It binds to loopback only, because
 * it has no authentication. A JVM can run one.
 */
final class EmbeddedNode implements AutoCloseable {

    private static final String NAME = "embedded";

    private final Node node;
    private final String uri;

    private EmbeddedNode(Node node, String uri) {
        this.node = node;
        this.uri = uri;
    }

    /**
     * @param port 0 for a free one
     * @throws NodeValidationException when the node refuses its settings
     * @throws IllegalStateException when another process has the data folder
     */
    static EmbeddedNode start(NodeFolders folders, int port) throws IOException, NodeValidationException {
        // Where the server looks for native libraries; without them it falls back to plain Java.
        System.setProperty("es.path.home", folders.home().toString());
        // Before anything else of the server: its logging facade has no provider until then.
        LogConfigurator.configureESLogging();
        LogConfigurator.setNodeName(NAME);
        var environment = InternalSettingsPreparer.prepareEnvironment(
                settings(folders, port), Map.of(), folders.configuration(), () -> NAME);
        var node = new ListeningNode(environment);
        try {
            node.start();
            return new EmbeddedNode(node, "http://" + boundAddress(folders));
        } catch (IOException | NodeValidationException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private static String boundAddress(NodeFolders folders) throws IOException {
        return Files.readAllLines(folders.boundAddresses()).getFirst();
    }

    private static Settings settings(NodeFolders folders, int port) {
        return Settings.builder()
                .put("path.home", folders.home().toString())
                .put("path.data", folders.data().toString())
                .put("path.logs", folders.logs().toString())
                .put("cluster.name", NAME)
                .put("node.name", NAME)
                .putList("node.roles", List.of("master", "data", "ingest"))
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", Integer.toString(port))
                .put("transport.port", "0")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("node.portsfile", true)
                .put("action.auto_create_index", false)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                // Our collector leaves garbage until there is no room, and that must not count as used.
                .put("indices.breaker.total.use_real_memory", false)
                .build();
    }

    String uri() {
        return uri;
    }

    @Override
    public void close() throws IOException {
        node.prepareForClose();
        node.close();
        try {
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A node that leaves the log's static node name alone. */
    private static final class ListeningNode extends Node {

        ListeningNode(Environment environment) {
            super(environment, plugins(environment));
        }

        /** The modules of the distribution; the server is on the class path and no named module that could export anything. */
        private static PluginsLoader plugins(Environment environment) {
            var bundles = PluginsLoader.loadModulesBundles(environment.modulesDir(), false);
            return PluginsLoader.createPluginsLoader(bundles, Set.of(), Map.of(), false);
        }

        @Override
        protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {}
    }
}
