package vn.ocopmarket.storefront.pages.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.ocopmarket.storefront.pages.Problem;

/** Sends our static files from memory. */
@Controller
class AssetController {

    private static final CacheControl YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** For what a style sheet names without a fingerprint. */
    private static final CacheControl HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name, ServerHttpRequest request) {
        var asset = assets.named(name);
        if (asset == null) {
            throw Problem.of("not-found", 404);
        }
        var answer = ResponseEntity.ok()
                .contentType(asset.type())
                .cacheControl(request.getQueryParams().containsKey("v") ? YEAR : HOUR)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        var accepted = request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.packed())
                : answer.body(asset.bytes());
    }
}
