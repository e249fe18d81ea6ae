package vn.ocopmarket.storefront.browse.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.pages.PagesSettings;

/** For search engines: what may be read, and where every product for sale is. */
@RestController
class CrawlerPages {

    /** Of the sitemap format. */
    private static final int MOST = 50_000;

    private final Listings listings;
    private final String baseUrl;
    private final Clock clock;
    private final Mono<String> sitemap;

    CrawlerPages(Listings listings, PagesSettings settings, Clock clock) {
        this.listings = listings;
        this.baseUrl = settings.baseUrl();
        this.clock = clock;
        this.sitemap = Mono.defer(this::write).cache(_ -> Duration.ofHours(1), _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        return """
                User-agent: *
                Disallow: /api/
                Disallow: /cart
                Disallow: /checkout
                Disallow: /orders/
                Disallow: /pos
                Disallow: /staff
                Disallow: /suggest
                Disallow: /products/*/nearby
                Sitemap: %s/sitemap.xml
                """.formatted(baseUrl);
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> sitemap() {
        return sitemap.onErrorMap(SearchUnavailable.class, _ -> SearchProblems.unavailable());
    }

    private Mono<String> write() {
        return page(null)
                .expand(page -> page.next() == null ? Mono.empty() : page(page.next()))
                .flatMapIterable(SearchPage::items)
                .take(MOST)
                .map(SearchCard::slug)
                .reduceWith(() -> new StringBuilder(head()), (xml, slug) -> url(xml, "/products/" + slug))
                .map(xml -> xml.append("</urlset>\n").toString());
    }

    private Mono<SearchPage> page(@Nullable String cursor) {
        return listings.search(
                new ProductQuery("", Filters.NONE, LocalDate.now(clock), Sort.NEWEST, ProductQuery.MOST, cursor)
                        .counting());
    }

    private String head() {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        return url(url(url(url(xml, "/"), "/search"), "/about/stars"), "/about/ranking")
                .toString();
    }

    private StringBuilder url(StringBuilder xml, String path) {
        return xml.append("<url><loc>").append(baseUrl).append(path).append("</loc></url>\n");
    }
}
