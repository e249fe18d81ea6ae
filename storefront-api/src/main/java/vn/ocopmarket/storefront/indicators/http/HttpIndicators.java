package vn.ocopmarket.storefront.indicators.http;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.time.Duration;
import org.springframework.stereotype.Repository;
import org.springframework.util.CollectionUtils;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.indicators.IndicatorReport;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.indicators.Indicators;

/** Asks catalog-service; the first answer after its start takes longer, since it reads all products for it. */
@Repository
class HttpIndicators implements Indicators {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int LARGEST = 4 << 20;

    private final WebClient catalogue;
    private final ObjectReader report;

    HttpIndicators(WebClient.Builder clients, BrowseSettings settings, JsonMapper mapper) {
        this.catalogue = clients.baseUrl(settings.catalogUrl().toString())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                .build();
        // A newer catalogue may say more than we know.
        this.report = mapper.reader().without(FAIL_ON_UNKNOWN_PROPERTIES).forType(IndicatorReport.class);
    }

    @Override
    public Mono<IndicatorReport> of(Choice choice) {
        return catalogue
                .get()
                .uri(address -> address.path("/api/v1/indicators")
                        .queryParams(CollectionUtils.toMultiValueMap(choice.parameters()))
                        .build())
                .retrieve()
                .bodyToMono(byte[].class)
                .<IndicatorReport>map(report::readValue)
                .timeout(TIMEOUT);
    }
}
