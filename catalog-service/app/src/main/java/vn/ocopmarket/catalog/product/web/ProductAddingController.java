package vn.ocopmarket.catalog.product.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Preconditions;
import vn.ocopmarket.catalog.product.KeepingProducts;
import vn.ocopmarket.catalog.product.ProductDraft;
import vn.ocopmarket.contract.product.ProductRecord;

/** Adding products. */
@RestController
@RequestMapping("/api/v1/products")
class ProductAddingController {

    private final KeepingProducts products;

    ProductAddingController(KeepingProducts products) {
        this.products = products;
    }

    @PostMapping
    Mono<ResponseEntity<ProductRecord>> add(@RequestBody ProductDraft draft, @AuthenticationPrincipal Jwt token) {
        return products.add(draft, Caller.of(token.getClaims()))
                .map(Outcome::orProblem)
                .map(ProductAddingController::created);
    }

    private static ResponseEntity<ProductRecord> created(ProductRecord product) {
        return ResponseEntity.created(URI.create("/api/v1/products/" + product.id()))
                .eTag(Preconditions.tag(product.revision()))
                .body(product);
    }
}
