package vn.ocopmarket.storefront.promotion.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.promotion.KeepingVouchers;
import vn.ocopmarket.storefront.promotion.KeepingVouchers.Step;
import vn.ocopmarket.storefront.promotion.VoucherOutcome;
import vn.ocopmarket.storefront.promotion.domain.Voucher.State;

/** The desk where vouchers are made, stopped and ended. */
@DeskPage
@RequestMapping("/staff/vouchers")
class VoucherPages {

    private static final int PAGE = 50;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final KeepingVouchers keeping;
    private final CurrentStaff staff;
    private final VoucherWords words;

    VoucherPages(KeepingVouchers keeping, CurrentStaff staff, VoucherWords words) {
        this.keeping = keeping;
        this.staff = staff;
        this.words = words;
    }

    @GetMapping
    Mono<Rendering> list(@RequestParam(required = false) @Nullable String after) {
        return list(after, Entry.NONE);
    }

    @PostMapping
    Mono<Rendering> make(ServerWebExchange exchange, Locale locale) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0)).flatMap(both -> {
            var sent = both.getT2();
            var read = VoucherForm.read(sent);
            Mono<VoucherOutcome> made = read.faults().isEmpty()
                    ? keeping.make(read.draft(), both.getT1().email())
                    : Mono.just(new VoucherOutcome.Wrong(read.faults()));
            return made.flatMap(outcome -> outcome instanceof VoucherOutcome.Done(var voucher)
                    ? Mono.just(to(voucher.code(), "voucher-made"))
                    : list(null, new Entry("make", sent.fields(), words.refused(outcome, locale))));
        });
    }

    @GetMapping("/{code}")
    Mono<Rendering> one(@PathVariable String code) {
        return one(code, Entry.NONE);
    }

    @PostMapping("/{code}")
    Mono<Rendering> move(@PathVariable String code, ServerWebExchange exchange, Locale locale) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0)).flatMap(both -> {
            var sent = both.getT2();
            var known = sent.field("revision");
            var revision = NUMBER.matcher(known).matches() ? Long.parseLong(known) : -1;
            return keeping.move(new Step(code, revision, both.getT1().email()), state(sent))
                    .flatMap(outcome -> outcome instanceof VoucherOutcome.Done(var voucher)
                            ? Mono.just(to(
                                    voucher.code(),
                                    "voucher-"
                                            + voucher.voucher().state().name().toLowerCase(Locale.ROOT)))
                            : one(code, new Entry("move", sent.fields(), words.refused(outcome, locale))));
        });
    }

    private static State state(SentForm sent) {
        return switch (sent.field("state")) {
            case "STOPPED" -> State.STOPPED;
            case "RUNNING" -> State.RUNNING;
            case "ENDED" -> State.ENDED;
            default -> throw Problem.of("invalid-request", 400);
        };
    }

    private Mono<Rendering> list(@Nullable String after, Entry entry) {
        return keeping.page(after, PAGE).map(found -> {
            var more = found.size() < PAGE
                    ? List.<String>of()
                    : List.of(found.getLast().code());
            return Rendering.view("promotion/list")
                    .status(HttpStatus.valueOf(entry.status()))
                    .model(Map.of(
                            "vouchers", found.stream().map(VoucherView::of).toList(), "more", more, "entry", entry))
                    .build();
        });
    }

    private Mono<Rendering> one(String code, Entry entry) {
        return keeping.find(code)
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)))
                .flatMap(kept -> keeping.uses(kept.code())
                        .map(uses -> Rendering.view("promotion/one")
                                .status(HttpStatus.valueOf(entry.status()))
                                .model(Map.of(
                                        "voucher",
                                        VoucherView.of(kept),
                                        "revision",
                                        kept.revision(),
                                        "uses",
                                        uses,
                                        "entry",
                                        entry))
                                .build()));
    }

    private static Rendering to(String code, String done) {
        return Rendering.redirectTo("/staff/vouchers/" + code + "?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
