package vn.ocopmarket.storefront.promotion.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.promotion.KeepingVouchers;
import vn.ocopmarket.storefront.promotion.KeepingVouchers.Step;
import vn.ocopmarket.storefront.promotion.KeptVoucher;
import vn.ocopmarket.storefront.promotion.ProvingVouchers;
import vn.ocopmarket.storefront.promotion.domain.Voucher.State;

/** Vouchers, for programs. Uses do not count as changes, so the version of a voucher says what staff did to it. */
@RestController
@RequestMapping("/api/v1/vouchers")
class VoucherController {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\\.\\d{1,18}\"");
    private static final int LONGEST_PAGE = 200;

    private final KeepingVouchers keeping;
    private final ProvingVouchers proving;
    private final CurrentStaff staff;
    private final VoucherWords words;

    VoucherController(KeepingVouchers keeping, ProvingVouchers proving, CurrentStaff staff, VoucherWords words) {
        this.keeping = keeping;
        this.proving = proving;
        this.staff = staff;
        this.words = words;
    }

    @GetMapping
    Mono<VoucherView.Page> page(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        return keeping.page(cursor, size)
                .map(found -> new VoucherView.Page(
                        found.stream().map(VoucherView::of).toList(),
                        found.size() < size ? null : found.getLast().code()));
    }

    /** Whether each counts as many uses as there are. */
    @GetMapping("/reconciliation")
    Mono<ProvingVouchers.Proof> prove() {
        return proving.prove();
    }

    @PostMapping
    Mono<ResponseEntity<VoucherView>> make(@Valid @RequestBody VoucherRequest request, Locale locale) {
        return staff.get()
                .flatMap(member -> keeping.make(request.draft(), member.email()))
                .map(outcome -> words.doneOrProblem(outcome, locale))
                .map(made -> ResponseEntity.created(URI.create("/api/v1/vouchers/" + made.code()))
                        .eTag(etag(made))
                        .body(VoucherView.of(made)));
    }

    @GetMapping("/{code}")
    Mono<ResponseEntity<VoucherView>> one(@PathVariable String code) {
        return keeping.find(code)
                .map(VoucherController::answer)
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    @PostMapping("/{code}/stops")
    Mono<ResponseEntity<VoucherView>> stop(
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            Locale locale) {
        return move(code, version, State.STOPPED, locale);
    }

    @PostMapping("/{code}/resumptions")
    Mono<ResponseEntity<VoucherView>> resume(
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            Locale locale) {
        return move(code, version, State.RUNNING, locale);
    }

    @PostMapping("/{code}/ends")
    Mono<ResponseEntity<VoucherView>> end(
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            Locale locale) {
        return move(code, version, State.ENDED, locale);
    }

    private Mono<ResponseEntity<VoucherView>> move(String code, @Nullable String version, State next, Locale locale) {
        if (version == null) {
            return Mono.error(() -> Problem.of("precondition-required", 428));
        }
        return staff.get()
                .flatMap(member -> keeping.move(new Step(code, revision(version), member.email()), next))
                .map(outcome -> answer(words.doneOrProblem(outcome, locale)));
    }

    private static ResponseEntity<VoucherView> answer(KeptVoucher voucher) {
        return ResponseEntity.ok().eTag(etag(voucher)).body(VoucherView.of(voucher));
    }

    /** The revision, which a step must know, and the uses, which it need not. */
    private static String etag(KeptVoucher voucher) {
        return "\"" + voucher.revision() + "." + voucher.voucher().used() + "\"";
    }

    private static long revision(String version) {
        var known = ETAG.matcher(version.strip());
        return known.matches() ? Long.parseLong(known.group(1)) : -1;
    }
}
