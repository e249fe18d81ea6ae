package vn.ocopmarket.storefront.media.http;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.media.FindPictures;

/** Asks catalog-service; only reads. */
@Repository
class HttpPictures implements FindPictures {

    /** The largest size is 1280 pixels wide. */
    private static final int LARGEST = 8 << 20;

    private final WebClient catalogue;
    private final Duration timeout;

    HttpPictures(WebClient.Builder clients, BrowseSettings settings) {
        this.catalogue = clients.baseUrl(settings.catalogUrl().toString())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                .build();
        this.timeout = settings.catalogTimeout();
    }

    @Override
    public Mono<PictureBytes> find(String id, String name) {
        return catalogue
                .get()
                .uri("/api/v1/media/{id}/{name}", id, name)
                .retrieve()
                .toEntity(byte[].class)
                .timeout(timeout)
                .mapNotNull(answer -> answer.getBody() == null
                        ? null
                        : new PictureBytes(
                                answer.getBody(),
                                String.valueOf(answer.getHeaders().getContentType()),
                                String.valueOf(answer.getHeaders().getETag())))
                .onErrorResume(
                        WebClientResponseException.class,
                        refused ->
                                refused.getStatusCode() == HttpStatus.NOT_FOUND ? Mono.empty() : Mono.error(refused));
    }
}
