package vn.ocopmarket.storefront.certificate.http;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.certificate.FindDecisions;

@Repository
class HttpDecisions implements FindDecisions {

    /** The catalogue takes no larger ones. */
    private static final int MOST_BYTES = 11 << 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final WebClient catalogue;

    HttpDecisions(WebClient.Builder clients, BrowseSettings settings) {
        this.catalogue = clients.baseUrl(settings.catalogUrl().toString())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .build();
    }

    @Override
    public Mono<byte[]> bySha256(String sha256) {
        return catalogue
                .get()
                .uri("/api/v1/decisions/{sha256}", sha256)
                .retrieve()
                .bodyToMono(byte[].class)
                .timeout(TIMEOUT)
                .onErrorResume(
                        WebClientResponseException.class,
                        refused ->
                                refused.getStatusCode() == HttpStatus.NOT_FOUND ? Mono.empty() : Mono.error(refused));
    }
}
