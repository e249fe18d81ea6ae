package vn.ocopmarket.catalog.certificate.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.certificate.AttachingDecisions;
import vn.ocopmarket.catalog.certificate.CertificateDraft;
import vn.ocopmarket.catalog.certificate.KeepingCertificates;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Preconditions;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * Issuing certificates and what is done to them. An edit that is sent with {@code If-Match} is made of that revision only;
 * without, of the newest.
 */
@RestController
@RequestMapping("/api/v1/products/{id}/certificates")
class CertificateController {

    private static final String DECISION = "decision";

    private final KeepingCertificates certificates;
    private final AttachingDecisions decisions;

    private final Clock clock;

    CertificateController(KeepingCertificates certificates, AttachingDecisions decisions, Clock clock) {
        this.certificates = certificates;
        this.decisions = decisions;
        this.clock = clock;
    }

    @PostMapping
    Mono<ResponseEntity<ProductRecord>> certify(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CertificateDraft draft,
            @AuthenticationPrincipal Jwt token) {
        return Mono.defer(() -> certificates.issue(id, revision(ifMatch), draft, Caller.of(token.getClaims())))
                .map(Outcome::orProblem)
                .map(CertificateController::created);
    }

    /** Numbers of certificates contain slashes: the rest of the path is taken whole, percent-encoded or not. */
    @PostMapping("/{*rest}")
    Mono<ResponseEntity<ProductRecord>> act(
            @PathVariable String id,
            @PathVariable String rest,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ActRequest request,
            @AuthenticationPrincipal Jwt token) {
        return Mono.defer(() -> {
                    var act = Act.in(rest);
                    var caller = Caller.of(token.getClaims());
                    var wanted = request.act(act.kind(), caller, LocalDate.now(clock));
                    return certificates.act(id, revision(ifMatch), act.number(), wanted, caller);
                })
                .map(Outcome::orProblem)
                .map(CertificateController::created);
    }

    /** The signed decision, as it is. */
    @PutMapping(path = "/{*rest}", consumes = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<ProductRecord>> attach(
            @PathVariable String id,
            @PathVariable String rest,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Flux<DataBuffer> content,
            @AuthenticationPrincipal Jwt token) {
        return Mono.defer(() -> {
                    var act = Act.in(rest);
                    var caller = Caller.of(token.getClaims());
                    return act.kind().equals(DECISION)
                            ? Uploads.bytes(content)
                                    .flatMap(
                                            file -> decisions.attach(id, revision(ifMatch), act.number(), file, caller))
                            : Mono.error(Problem.notFound());
                })
                .map(Outcome::orProblem)
                .map(product -> ResponseEntity.ok()
                        .eTag(Preconditions.tag(product.revision()))
                        .body(product));
    }

    private static @Nullable Long revision(@Nullable String ifMatch) {
        return ifMatch == null ? null : Preconditions.revision(ifMatch);
    }

    private static ResponseEntity<ProductRecord> created(ProductRecord product) {
        return ResponseEntity.created(URI.create("/api/v1/products/" + product.id()))
                .eTag(Preconditions.tag(product.revision()))
                .body(product);
    }

    /** The last segment is what is done, all before it the number. */
    private record Act(String number, String kind) {

        static Act in(String rest) {
            var end = rest.lastIndexOf('/');
            if (end < 2) {
                throw Problem.notFound();
            }
            return new Act(rest.substring(1, end), rest.substring(end + 1));
        }
    }
}
