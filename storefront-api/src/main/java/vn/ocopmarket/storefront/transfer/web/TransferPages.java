package vn.ocopmarket.storefront.transfer.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.transfer.TransferOutcome.Done;
import vn.ocopmarket.storefront.transfer.TransferOutcome.TransferRefused;
import vn.ocopmarket.storefront.transfer.TransferringGoods;
import vn.ocopmarket.storefront.transfer.domain.Reception;
import vn.ocopmarket.storefront.transfer.domain.Reception.Counted;
import vn.ocopmarket.storefront.transfer.domain.Transfer;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Asked;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Deed;

/** Sending goods and receiving them by counting; a form that is sent twice counts once. */
@DeskPage
@RequestMapping("/staff/stock/transfers")
class TransferPages {

    private static final String NUMBER = "\\d{1,6}";
    private static final String ONCE = "[0-9a-z]{20,40}";
    private static final String QUANTITY = "q.";
    private static final int LONGEST_NOTE = 500;

    private final TransferringGoods transferring;
    private final ShowingTransfers showing;
    private final CurrentStaff staff;
    private final Clock clock;

    TransferPages(TransferringGoods transferring, ShowingTransfers showing, CurrentStaff staff, Clock clock) {
        this.transferring = transferring;
        this.showing = showing;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> list() {
        return staff.get().flatMap(showing::list);
    }

    /** First where from, then what. */
    @GetMapping("/new")
    Mono<Rendering> form(@RequestParam(required = false) @Nullable String from) {
        return staff.get().flatMap(member -> showing.form(member, from, null));
    }

    @PostMapping
    Mono<Rendering> send(ServerWebExchange exchange) {
        return Mono.zip(staff.get(), exchange.getFormData()).flatMap(both -> {
            var member = both.getT1();
            var form = both.getT2();
            var from = text(form, "from");
            if (!member.may(Permission.TRANSFER_STOCK, Where.location(from))) {
                return Mono.error(Problem.of("forbidden", 403));
            }
            var asked = asked(form);
            var to = text(form, "to");
            if (asked.isEmpty() || to.isEmpty() || to.equals(from)) {
                return showing.form(member, from, TransferNotice.of("nothing-to-send"));
            }
            var transfer = new Transfer(
                    once(form), from, to, Transfer.State.SENDING, asked, List.of(), deed(member, form), null);
            return transferring.send(transfer).flatMap(outcome -> switch (outcome) {
                case Done(var sent) -> Mono.just(to(sent.id(), "transfer-sent"));
                case TransferRefused refused -> showing.form(member, from, TransferNotice.of(refused));
            });
        });
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(@PathVariable String id) {
        return staff.get().flatMap(member -> showing.one(member, id, null));
    }

    @PostMapping("/{id}/receptions")
    Mono<Rendering> receive(@PathVariable String id, ServerWebExchange exchange) {
        return Mono.zip(staff.get(), exchange.getFormData())
                .flatMap(both -> showing.visible(both.getT1(), id)
                        .flatMap(transfer -> receive(both.getT1(), transfer, both.getT2())));
    }

    private Mono<Rendering> receive(StaffMember member, Transfer transfer, MultiValueMap<String, String> form) {
        if (!member.may(Permission.RECEIVE_STOCK, Where.location(transfer.to()))) {
            return Mono.error(Problem.of("forbidden", 403));
        }
        var counted = counted(transfer, form);
        if (counted.isEmpty()) {
            return showing.one(member, transfer.id(), TransferNotice.of("bad-number"));
        }
        var reception = new Reception(once(form), deed(member, form), counted);
        return transferring.receive(transfer.id(), reception).flatMap(outcome -> switch (outcome) {
            case Done _ -> Mono.just(to(transfer.id(), "transfer-received"));
            case TransferRefused refused -> showing.one(member, transfer.id(), TransferNotice.of(refused));
        });
    }

    private static List<Asked> asked(MultiValueMap<String, String> form) {
        return form.toSingleValueMap().entrySet().stream()
                .filter(field -> field.getKey().startsWith(QUANTITY))
                .filter(field -> field.getValue().strip().matches(NUMBER))
                .map(field -> new Asked(
                        field.getKey().substring(QUANTITY.length()),
                        Long.parseLong(field.getValue().strip())))
                .filter(asked -> asked.quantity() > 0)
                .sorted(Comparator.comparing(Asked::sku))
                .toList();
    }

    /** Empty when a number is missing. */
    private static List<Counted> counted(Transfer transfer, MultiValueMap<String, String> form) {
        var counted = new ArrayList<Counted>();
        for (var i = 0; i < transfer.parcels().size(); i++) {
            var parcel = transfer.parcels().get(i);
            var good = text(form, "good." + i);
            var damaged = text(form, "damaged." + i);
            if (!good.matches(NUMBER) || !(damaged.isEmpty() || damaged.matches(NUMBER))) {
                return List.of();
            }
            var why = text(form, "why." + i);
            counted.add(new Counted(
                    parcel.sku(),
                    parcel.lot(),
                    parcel.ownership(),
                    Long.parseLong(good),
                    damaged.isEmpty() ? 0 : Long.parseLong(damaged),
                    ShowingTransfers.REASONS.contains(why) ? why : null));
        }
        return counted;
    }

    private Deed deed(StaffMember member, MultiValueMap<String, String> form) {
        var note = text(form, "note");
        return new Deed(
                member.email(),
                clock.instant(),
                note.isEmpty() ? null : note.substring(0, Math.min(note.length(), LONGEST_NOTE)));
    }

    /** Without its number a form that is sent twice could not be told from two transfers. */
    private static String once(MultiValueMap<String, String> form) {
        var once = text(form, "once");
        if (!once.matches(ONCE)) {
            throw Problem.of("invalid-request", 400).with("field", "once");
        }
        return once;
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }

    private static Rendering to(String id, String done) {
        return Rendering.redirectTo("/staff/stock/transfers/" + id + "?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
