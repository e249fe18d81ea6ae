package vn.ocopmarket.elasticsearch.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution in {@code target/dist}, so it runs after packaging. */
class BuiltNodeIT {

    private static final String INDEX = """
            {"settings": {"analysis": {
               "filter": {"fold": {"type": "asciifolding"},
                          "start": {"type": "edge_ngram", "min_gram": 1, "max_gram": 10},
                          "same": {"type": "synonym_graph", "synonyms": ["lạc, đậu phộng"]}},
               "analyzer": {"folded": {"type": "custom", "tokenizer": "standard", "filter": ["lowercase", "fold"]},
                            "prefix": {"type": "custom", "tokenizer": "standard", "filter": ["lowercase", "fold", "start"]},
                            "asked": {"type": "custom", "tokenizer": "standard", "filter": ["lowercase", "fold", "same"]}},
               "normalizer": {"code": {"type": "custom", "filter": ["lowercase", "fold"]}}}},
             "mappings": {"dynamic": "strict", "properties": {
               "name": {"type": "text", "analyzer": "folded", "search_analyzer": "asked",
                        "fields": {"prefix": {"type": "text", "analyzer": "prefix", "search_analyzer": "folded"}}},
               "code": {"type": "keyword", "normalizer": "code"}}}}""";

    @TempDir
    Path folder;

    @Test
    void findsVietnameseTextWithoutAccentsByPrefixAndBySynonym() throws Exception {
        try (var node = RunningNode.start(folder.resolve("data"))) {
            assertThat(node.send("PUT", "/products", INDEX).statusCode()).isEqualTo(200);
            write(node, "1", "Đậu phộng rang muối");

            assertThat(hits(node, "name:ĐẬU")).isEqualTo(1);
            assertThat(hits(node, "name:dau")).isEqualTo(1);
            assertThat(hits(node, "name:lạc")).isEqualTo(1);
            assertThat(hits(node, "name.prefix:pho")).isEqualTo(1);
            assertThat(hits(node, "name:pho")).isZero();
            assertThat(hits(node, "code:SKU-ĐẬU")).isEqualTo(1);
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenKilled() throws Exception {
        var data = folder.resolve("data");
        try (var node = RunningNode.start(data)) {
            assertThat(node.send("PUT", "/products", INDEX).statusCode()).isEqualTo(200);
            write(node, "1", "Nước mắm Phú Quốc");
            node.process.destroyForcibly().waitFor();
        }
        try (var again = RunningNode.start(data)) {
            var health = again.send("GET", "/_cluster/health?wait_for_status=yellow&timeout=30s", "");
            assertThat(health.statusCode()).isEqualTo(200);

            assertThat(again.send("GET", "/products/_doc/1", "").body()).contains("Nước mắm Phú Quốc");
            assertThat(hits(again, "name:mam")).isEqualTo(1);
        }
    }

    @Test
    void endsCleanlyWhenItsInputCloses() throws Exception {
        try (var node = RunningNode.start(folder.resolve("data"))) {
            node.process.getOutputStream().close();

            assertThat(node.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(node.process.exitValue()).isZero();
        }
    }

    @Test
    void endsWhenTold() throws Exception {
        try (var node = RunningNode.start(folder.resolve("data"))) {
            node.process.destroy();

            assertThat(node.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closesItsDataToOthersAndToASecondNode() throws Exception {
        var data = folder.resolve("data");
        try (var node = RunningNode.start(data)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            var second = RunningNode.launch(data);

            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(node.process.isAlive()).isTrue();
        }
    }

    private static void write(RunningNode node, String id, String name) throws Exception {
        var answer = node.send(
                "PUT",
                "/products/_doc/" + id + "?refresh=true",
                "{\"name\": \"%s\", \"code\": \"sku-đậu\"}".formatted(name));
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private static int hits(RunningNode node, String query) throws Exception {
        var field = query.substring(0, query.indexOf(':'));
        var text = query.substring(query.indexOf(':') + 1);
        var answer = node.send(
                "GET",
                "/products/_search?filter_path=hits.total.value",
                "{\"query\": {\"match\": {\"%s\": \"%s\"}}}".formatted(field, text));
        return Integer.parseInt(answer.body().replaceAll("\\D", ""));
    }
}
