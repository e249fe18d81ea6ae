package vn.ocopmarket.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchStoreIT {

    @Test
    void answersAsElasticsearch() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(Stores.elasticsearchUri()))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-elastic-product")).hasValue("Elasticsearch");
            assertThat(answer.body()).contains("\"number\":\"9.5.2\"");
        }
    }

    @Test
    void isOneForTheWholeJvm() {
        assertThat(Stores.elasticsearchUri()).isEqualTo(Stores.elasticsearchUri());
    }

    @Test
    void saysHowToBuildTheNodeWhenItIsNotBuilt(@TempDir Path project) throws Exception {
        var module = Files.createDirectories(project.resolve("infra/embedded-elasticsearch/node"));
        var service = Files.createDirectories(project.resolve("storefront-api"));

        assertThatIllegalStateException()
                .isThrownBy(() -> ElasticsearchNode.distribution(service))
                .withMessageContaining(module.toString())
                .withMessageContaining("./mvnw package -DskipTests -pl infra/embedded-elasticsearch/node -am");
    }
}
