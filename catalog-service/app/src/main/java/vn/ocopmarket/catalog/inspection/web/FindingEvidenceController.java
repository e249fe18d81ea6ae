package vn.ocopmarket.catalog.inspection.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
import vn.ocopmarket.catalog.inspection.FindingEvidence;
import vn.ocopmarket.catalog.inspection.Findings;
import vn.ocopmarket.catalog.inspection.RecordingFindings;
import vn.ocopmarket.catalog.inspection.domain.Report;
import vn.ocopmarket.catalog.problem.Limited;
import vn.ocopmarket.catalog.problem.Problem;

/** Pictures and documents that prove a finding; only those who see the finding see them. */
@RestController
@RequestMapping("/api/v1/findings/{id}/evidence")
class FindingEvidenceController {

    private final Findings findings;
    private final FindingEvidence evidence;
    private final RecordingFindings recording;
    private final Clock clock;

    FindingEvidenceController(Findings findings, FindingEvidence evidence, RecordingFindings recording, Clock clock) {
        this.findings = findings;
        this.evidence = evidence;
        this.recording = recording;
        this.clock = clock;
    }

    @PostMapping(consumes = {"application/pdf", "image/*", "application/octet-stream"})
    Mono<FindingView> add(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestBody Flux<DataBuffer> content,
            @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return DataBufferUtils.join(Limited.to(RecordingFindings.MOST_BYTES, content))
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    var _ = DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> recording.prove(id, name, bytes, caller))
                .map(FindingProblems::orProblem)
                .map(finding -> FindingView.of(finding, LocalDate.now(clock)));
    }

    @GetMapping("/{sha256}")
    Mono<ResponseEntity<byte[]>> one(
            @PathVariable String id, @PathVariable String sha256, @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return findings.find(id)
                .filter(finding -> caller.may(
                        Permission.SEE_FINDINGS,
                        Where.producer(
                                finding.subject().producerId(),
                                finding.subject().provinceCode())))
                .flatMapIterable(finding -> finding.report().evidence())
                .filter(shown -> shown.sha256().equals(sha256))
                .next()
                .flatMap(shown -> evidence.find(sha256).map(bytes -> file(shown, bytes)))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private static ResponseEntity<byte[]> file(Report.Evidence shown, byte[] bytes) {
        var name = ContentDisposition.inline()
                .filename(shown.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(shown.type()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
