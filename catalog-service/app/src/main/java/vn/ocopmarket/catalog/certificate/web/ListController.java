package vn.ocopmarket.catalog.certificate.web;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
import vn.ocopmarket.catalog.certificate.CertificateQuery;
import vn.ocopmarket.catalog.certificate.DueList;
import vn.ocopmarket.catalog.certificate.ExportingCertificates;
import vn.ocopmarket.catalog.certificate.FindCertificates;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.place.Province;
import vn.ocopmarket.catalog.problem.Problem;

/** Lists of certificates by what they are today. Of one's own provinces, unless one of those is named. */
@RestController
@RequestMapping("/api/v1/certificates")
class ListController {

    private static final int MOST = 200;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final FindCertificates certificates;
    private final ExportingCertificates exports;
    private final Places places;

    ListController(FindCertificates certificates, ExportingCertificates exports, Places places) {
        this.certificates = certificates;
        this.exports = exports;
        this.places = places;
    }

    /** What the address asks for; all of it may be left out. */
    record ListRequest(
            @Nullable String province,
            @Nullable DueList list,
            @Nullable String commune,
            @Nullable String group,
            @Nullable String producer,
            @Nullable String q,
            @Nullable String sort) {}

    @GetMapping
    Mono<CertificateListView> list(
            @ModelAttribute ListRequest request,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Jwt token) {
        var most = Math.clamp(size, 1, MOST);
        return Mono.defer(() -> certificates
                .find(query(request, Caller.of(token.getClaims())))
                .map(found -> CertificateListView.of(found, Math.max(page, 1), most)));
    }

    @GetMapping("/export.csv")
    Mono<ResponseEntity<byte[]>> csv(
            @ModelAttribute ListRequest request, Locale language, @AuthenticationPrincipal Jwt token) {
        return file("certificates.csv", CSV, request, token, query -> exports.csv(query, language));
    }

    @GetMapping("/export.xlsx")
    Mono<ResponseEntity<byte[]>> xlsx(
            @ModelAttribute ListRequest request, Locale language, @AuthenticationPrincipal Jwt token) {
        return file("certificates.xlsx", XLSX, request, token, query -> exports.xlsx(query, language));
    }

    private Mono<ResponseEntity<byte[]>> file(
            String name,
            MediaType type,
            ListRequest request,
            Jwt token,
            Function<CertificateQuery, Mono<byte[]>> made) {
        var caller = Caller.of(token.getClaims());
        return Mono.defer(() -> made.apply(query(request, caller)))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(type)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .body(bytes));
    }

    private CertificateQuery query(ListRequest request, Caller caller) {
        var list = request.list() == null ? DueList.ALL : request.list();
        return new CertificateQuery(
                provinces(request.province(), caller),
                list,
                CertificateQuery.orNull(request.commune()),
                CertificateQuery.orNull(request.group()),
                CertificateQuery.orNull(request.producer()),
                request.q() == null ? "" : request.q(),
                CertificateQuery.Order.named(request.sort()));
    }

    private Set<String> provinces(@Nullable String wanted, Caller caller) {
        var named = CertificateQuery.orNull(wanted);
        if (named != null && !caller.may(Permission.SEE_LISTS, Where.province(named))) {
            throw Problem.of("forbidden", 403);
        }
        return named != null
                ? Set.of(named)
                : places.provinces().stream()
                        .map(Province::code)
                        .filter(code -> caller.may(Permission.SEE_LISTS, Where.province(code)))
                        .collect(Collectors.toSet());
    }
}
