package vn.ocopmarket.catalog.proposal.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Preconditions;
import vn.ocopmarket.catalog.product.ProductDraft;
import vn.ocopmarket.catalog.proposal.EditingProducts;
import vn.ocopmarket.catalog.proposal.EditingProducts.Edited;
import vn.ocopmarket.contract.product.ProductRecord;

/** Editing products, which for a producer may mean proposing. */
@RestController
@RequestMapping("/api/v1/products/{id}")
class ProductEditController {

    private final EditingProducts editing;

    ProductEditController(EditingProducts editing) {
        this.editing = editing;
    }

    /** 200 with the product when all of it is so now; 202 with the proposal as well when some of it has to be read first. */
    @PutMapping
    Mono<ResponseEntity<?>> edit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ProductDraft draft,
            @AuthenticationPrincipal Jwt token) {
        return Mono.defer(() ->
                        editing.edit(id, Preconditions.revision(ifMatch), draft, Caller.of(token.getClaims()), ""))
                .map(Outcome::orProblem)
                .map(ProductEditController::answer);
    }

    private static ResponseEntity<?> answer(Edited edited) {
        var tag = Preconditions.tag(edited.product().revision());
        if (edited.submitted() == null) {
            return ResponseEntity.ok().eTag(tag).body(edited.product());
        }
        var proposal = ProposalView.of(edited.submitted());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .eTag(tag)
                .location(URI.create("/api/v1/proposals/" + proposal.id()))
                .body(new Proposed(edited.product(), proposal));
    }

    /**
     * What buyers see and what waits to be read.
     *
     * @param product with what was changed at once
     */
    record Proposed(ProductRecord product, ProposalView proposal) {}
}
