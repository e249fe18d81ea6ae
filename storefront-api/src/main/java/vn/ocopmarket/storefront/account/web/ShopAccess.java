package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static vn.ocopmarket.storefront.account.web.AccessRule.open;

import java.util.List;

/** The shop: what it sells, where that comes from, carts and checkouts. */
final class ShopAccess {

    static final List<AccessRule> LINES = List.of(
            open(GET, "/api/v1/products"),
            open(GET, "/api/v1/products/{idOrSlug}"),
            open(GET, "/api/v1/products/{idOrSlug}/nearby"),
            open(POST, "/api/v1/products/{idOrSlug}/nearby"),
            open(GET, "/products/{idOrSlug}"),
            open(GET, "/products/{idOrSlug}/certificate"),
            open(GET, "/products/{idOrSlug}/nearby"),
            open(POST, "/products/{idOrSlug}/nearby"),
            open(GET, "/api/v1/suggest"),
            open(GET, "/suggest"),
            open(POST, "/api/v1/carts"),
            open(GET, "/api/v1/carts/{id}"),
            open(PUT, "/api/v1/carts/{id}/lines/{sku}"),
            open(DELETE, "/api/v1/carts/{id}/lines/{sku}"),
            open(POST, "/api/v1/checkouts"),
            open(POST, "/api/v1/checkouts/quotes"),
            open(GET, "/api/v1/fairs"),
            open(GET, "/api/v1/fairs/{slug}"),
            open(GET, "/fairs"),
            open(GET, "/fairs/{slug}"),
            open(GET, "/fairs/{slug}/catalogue"),
            open(GET, "/api/openapi.json"),
            open(GET, "/api/docs"),
            open(GET, "/"),
            open(GET, "/about/ranking"),
            open(GET, "/about/stars"),
            open(GET, "/indicators"),
            open(GET, "/api/v1/indicators"),
            open(GET, "/indicators.xlsx"),
            open(GET, "/places/{code:[0-9]{5}}"),
            open(GET, "/stamps"),
            open(GET, "/stamps/{number}"),
            open(GET, "/search"),
            open(GET, "/decisions/{name}"),
            open(GET, "/producers/{id:[A-Za-z0-9_-]{1,100}}"),
            open(GET, "/01/{*rest}"),
            open(GET, "/gtin/{*rest}"),
            open(GET, "/t/{lot:[0-9a-z]{14}}"),
            open(GET, "/trace/qr.svg"),
            open(GET, "/trace/qr.png"),
            open(GET, "/.well-known/gs1resolver"),
            open(GET, "/robots.txt"),
            open(GET, "/sitemap.xml"),
            open(GET, "/assets/{name}"),
            open(GET, "/media/{id:[0-9a-z]{32}}"),
            open(GET, "/media/{id:[0-9a-z]{32}}/{name:[0-9]{1,4}\\.(?:webp|jpg)}"),
            open(GET, "/age"),
            open(POST, "/age"),
            open(GET, "/cart"),
            open(POST, "/cart/lines"),
            open(POST, "/cart/lines/change"),
            open(GET, "/checkout"),
            open(POST, "/checkout"));

    private ShopAccess() {}
}
