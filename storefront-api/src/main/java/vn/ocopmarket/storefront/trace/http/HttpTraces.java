package vn.ocopmarket.storefront.trace.http;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersUriSpec;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.gs1.DigitalLink;
import vn.ocopmarket.contract.trace.TraceRecord;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.trace.Traces;

/** Asks catalog-service; only reads, so an answer that got lost may be asked for again. */
@Repository
class HttpTraces implements Traces {

    private final WebClient catalogue;
    private final Duration timeout;
    private final ObjectReader trace;

    HttpTraces(WebClient.Builder clients, BrowseSettings settings, JsonMapper mapper) {
        this.catalogue = clients.baseUrl(settings.catalogUrl().toString())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build();
        this.timeout = settings.catalogTimeout();
        // A newer catalogue may say more than we know.
        this.trace = mapper.reader().without(FAIL_ON_UNKNOWN_PROPERTIES).forType(TraceRecord.class);
    }

    @Override
    public Mono<TraceRecord> behind(DigitalLink link) {
        return get(request -> request.uri("/api/v1/traces?link={link}", link.path()));
    }

    @Override
    public Mono<TraceRecord> ofLot(String id) {
        return get(request -> request.uri("/api/v1/traces/{id}", id));
    }

    private Mono<TraceRecord> get(Function<RequestHeadersUriSpec<?>, WebClient.RequestHeadersSpec<?>> address) {
        return address.apply(catalogue.get())
                .retrieve()
                .bodyToMono(byte[].class)
                .<TraceRecord>map(trace::readValue)
                .timeout(timeout)
                .onErrorResume(
                        WebClientResponseException.class,
                        refused ->
                                refused.getStatusCode() == HttpStatus.NOT_FOUND ? Mono.empty() : Mono.error(refused));
    }
}
