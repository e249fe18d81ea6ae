package vn.ocopmarket.storefront.stampdesk.http;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.stampdesk.StampChecks;

/** Asks catalog-service. */
@Repository
class HttpStampChecks implements StampChecks {

    private final WebClient catalogue;
    private final Duration timeout;
    private final ObjectReader stamp;

    HttpStampChecks(WebClient.Builder clients, BrowseSettings settings, JsonMapper mapper) {
        this.catalogue = clients.baseUrl(settings.catalogUrl().toString()).build();
        this.timeout = settings.catalogTimeout();
        // A newer catalogue may say more than we know.
        this.stamp = mapper.reader().without(FAIL_ON_UNKNOWN_PROPERTIES).forType(Stamp.class);
    }

    @Override
    public Mono<Stamp> check(String number) {
        return catalogue
                .get()
                .uri("/api/v1/stamps/{number}", number)
                .retrieve()
                .bodyToMono(byte[].class)
                .<Stamp>map(stamp::readValue)
                .timeout(timeout)
                .onErrorResume(
                        WebClientResponseException.class,
                        refused ->
                                refused.getStatusCode() == HttpStatus.NOT_FOUND ? Mono.empty() : Mono.error(refused));
    }
}
