package vn.ocopmarket.catalog.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.web.reactive.function.client.WebClient;
import vn.ocopmarket.catalog.media.Originals;
import vn.ocopmarket.catalog.media.OriginalsContract;

class S3OriginalsIT extends OriginalsContract {

    private static LocalS3 server;
    private static S3Originals originals;

    @BeforeAll
    static void start() {
        server = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
        server.start();
        var endpoint = "http://127.0.0.1:" + server.getPort();
        var bucket = WebClient.create()
                .put()
                .uri(URI.create(endpoint + "/tep-goc"))
                .retrieve()
                .toBodilessEntity()
                .block();
        assertThat(bucket).isNotNull();
        originals = new S3Originals(
                new S3Settings(endpoint, "us-east-1", "tep-goc", "key", "secret", Duration.ofSeconds(10)),
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        server.shutdown();
    }

    @Override
    protected Originals originals() {
        return originals;
    }
}
