package vn.ocopmarket.catalog.certificate.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.certificate.KeepingDossiers;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Preconditions;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.ProductRecord;

/** What is on record beside the certificates. */
@RestController
@RequestMapping("/api/v1/products/{id}")
class DossierController {

    private final KeepingDossiers dossiers;

    DossierController(KeepingDossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** @param why is told in the history */
    record DossierRequest(
            @Nullable Dossier dossier, @Nullable String why) {}

    @PutMapping("/dossier")
    Mono<ResponseEntity<ProductRecord>> file(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DossierRequest request,
            @AuthenticationPrincipal Jwt token) {
        return Mono.defer(() -> dossiers.file(
                        id,
                        Preconditions.revision(ifMatch),
                        Objects.requireNonNullElse(request.dossier(), Dossier.NONE),
                        Objects.requireNonNullElse(request.why(), ""),
                        Caller.of(token.getClaims())))
                .map(Outcome::orProblem)
                .map(product -> ResponseEntity.ok()
                        .eTag(Preconditions.tag(product.revision()))
                        .body(product));
    }
}
