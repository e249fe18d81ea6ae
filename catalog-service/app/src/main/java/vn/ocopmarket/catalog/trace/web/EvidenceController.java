package vn.ocopmarket.catalog.trace.web;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.trace.EvidenceFile;
import vn.ocopmarket.catalog.trace.RecallingLots;

/** What proves the end of a recall: for those who keep the lot, not for everybody. */
@RestController
@RequestMapping("/api/v1/lots/{id}/recalls/evidence")
class EvidenceController {

    private final RecallingLots recalling;

    EvidenceController(RecallingLots recalling) {
        this.recalling = recalling;
    }

    /** The name that a closing gives as its document. */
    record Kept(String sha256, String type) {}

    @PostMapping
    Mono<Kept> keep(
            @PathVariable String id, @RequestBody Flux<DataBuffer> content, @AuthenticationPrincipal Jwt token) {
        return bytes(content)
                .flatMap(bytes -> recalling.attach(id, bytes, Caller.of(token.getClaims())))
                .map(Outcome::orProblem)
                .map(file -> new Kept(file.sha256(), file.type()));
    }

    @GetMapping("/{sha256}")
    Mono<ResponseEntity<byte[]>> show(
            @PathVariable String id, @PathVariable String sha256, @AuthenticationPrincipal Jwt token) {
        return recalling
                .evidence(id, sha256, Caller.of(token.getClaims()))
                .map(Outcome::orProblem)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.type()))
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .body(file.content()));
    }

    private static Mono<byte[]> bytes(Flux<DataBuffer> content) {
        return DataBufferUtils.join(content, EvidenceFile.MOST_BYTES)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    var _ = buffer.read(bytes);
                    var _ = DataBufferUtils.release(buffer);
                    return bytes;
                })
                .onErrorMap(
                        DataBufferLimitException.class,
                        _ -> Problem.of("too-large", 413, EvidenceFile.MOST_BYTES >> 20))
                .defaultIfEmpty(new byte[0]);
    }
}
