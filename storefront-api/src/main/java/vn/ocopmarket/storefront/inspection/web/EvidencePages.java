package vn.ocopmarket.storefront.inspection.web;

import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.inspection.web.FindingList.Evidence;
import vn.ocopmarket.storefront.inspection.web.FindingList.Finding;
import vn.ocopmarket.storefront.pages.Problem;

/** Pictures and documents that prove a finding, for those who see it. */
@DeskPage
class EvidencePages {

    private final CurrentStaff staff;
    private final Catalogue catalogue;

    EvidencePages(CurrentStaff staff, Catalogue catalogue) {
        this.staff = staff;
        this.catalogue = catalogue;
    }

    @GetMapping({"/staff/findings/{finding}/evidence/{sha256}", "/staff/own-findings/{finding}/evidence/{sha256}"})
    Mono<ResponseEntity<byte[]>> one(@PathVariable String finding, @PathVariable String sha256, Locale language) {
        return staff.get()
                .map(member -> new Asker(member, language))
                .flatMap(asker -> catalogue
                        .ask(asker, Question.get("/api/v1/findings/{id}", finding), Finding.class)
                        .map(Reply::orProblem)
                        .flatMapIterable(found -> found.report().evidence())
                        .filter(shown -> shown.sha256().equals(sha256))
                        .next()
                        .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)))
                        .flatMap(shown -> catalogue
                                .ask(
                                        asker,
                                        Question.get("/api/v1/findings/{id}/evidence/{sha256}", finding, sha256),
                                        byte[].class)
                                .map(Reply::orProblem)
                                .map(bytes -> file(shown, bytes))));
    }

    private static ResponseEntity<byte[]> file(Evidence shown, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(shown.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(bytes);
    }
}
