package vn.ocopmarket.storefront.recall.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.recall.Notices;
import vn.ocopmarket.storefront.recall.Notices.Check;
import vn.ocopmarket.storefront.recall.RecalledLots;

/** Recalls: where the lot is, who got it, who was told, what staff found, and how it ended. */
@DeskPage
@RequestMapping("/staff/recalls")
class RecallPages {

    private static final int LONGEST_WORDS = 500;

    private final RecalledLots lots;
    private final RecallViews views;
    private final ClosingRecalls closing;
    private final Notices notices;
    private final CurrentStaff staff;
    private final Clock clock;

    RecallPages(
            RecalledLots lots,
            RecallViews views,
            ClosingRecalls closing,
            Notices notices,
            CurrentStaff staff,
            Clock clock) {
        this.lots = lots;
        this.views = views;
        this.closing = closing;
        this.notices = notices;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> list() {
        return views.named(lots.all())
                .map(all -> Rendering.view("recall/list")
                        .modelAttribute("recalls", all)
                        .build());
    }

    @GetMapping("/{lot}")
    Mono<Rendering> one(@PathVariable String lot) {
        return staff.get().flatMap(member -> show(known(lot), member, Entry.NONE));
    }

    /** Staff of a location say what they found on their shelves. */
    @PostMapping("/{lot}/shelves/{location}")
    Mono<Rendering> check(@PathVariable String lot, @PathVariable String location, ServerWebExchange exchange) {
        return Mono.zip(staff.get(), exchange.getFormData()).flatMap(both -> {
            var member = both.getT1();
            if (!member.may(Permission.CHECK_SHELVES, Where.location(location))) {
                return Mono.error(Problem.of("forbidden", 403));
            }
            var recalled = known(lot);
            var check = new Check(
                    location,
                    number(both.getT2().getFirst("setAside")),
                    words(both.getT2().getFirst("words")),
                    member.accountId(),
                    clock.instant());
            return notices.checked(recalled.id(), check).thenReturn(back(recalled.id(), "checked"));
        });
    }

    /** Ends the recall on behalf of who is signed in, with what proves it. */
    @PostMapping("/{lot}/closings")
    Mono<Rendering> close(@PathVariable String lot, ServerWebExchange exchange, Locale language) {
        return Mono.zip(staff.get(), exchange.getMultipartData()).flatMap(both -> {
            var member = both.getT1();
            var recalled = known(lot);
            var said = said(both.getT2());
            var file = both.getT2().getFirst("file") instanceof FilePart part
                            && !part.filename().isEmpty()
                    ? part
                    : null;
            return closing.close(new Asker(member, language), recalled.id(), said, file)
                    .flatMap(reply -> switch (reply) {
                        case Reply.Given<?> _ -> Mono.just(back(recalled.id(), "recall-closed"));
                        case Reply.Refused<?> refused -> show(recalled, member, new Entry("closing", said, refused));
                    });
        });
    }

    /** The file that proves the end, as the catalogue hands it to who may see it. */
    @ResponseBody
    @GetMapping("/{lot}/evidence")
    Mono<ResponseEntity<byte[]>> evidence(@PathVariable String lot, Locale language) {
        return staff.get().flatMap(member -> closing.evidence(new Asker(member, language), known(lot)));
    }

    private Mono<Rendering> show(LotRecord lot, StaffMember member, Entry entry) {
        return views.of(lot, member)
                .map(view -> Rendering.view("recall/show")
                        .modelAttribute("view", view)
                        .modelAttribute("entry", entry)
                        .status(HttpStatus.valueOf(entry.status()))
                        .build());
    }

    private LotRecord known(String id) {
        return lots.all().stream()
                .filter(lot -> lot.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of("not-found", 404));
    }

    private static Map<String, String> said(MultiValueMap<String, Part> parts) {
        var fields = new LinkedHashMap<String, String>();
        for (var name : List.of("evidence", "recovered", "destroyed")) {
            if (parts.getFirst(name) instanceof FormFieldPart field) {
                fields.put(name, field.value().strip());
            }
        }
        return fields;
    }

    private static long number(@Nullable String text) {
        if (text == null || !text.strip().matches("\\d{1,9}")) {
            throw Problem.of("invalid-request", 400).with("field", "setAside");
        }
        return Long.parseLong(text.strip());
    }

    private static String words(@Nullable String text) {
        var words = Objects.requireNonNullElse(text, "").strip();
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }

    private static Rendering back(String lot, String done) {
        return Rendering.redirectTo("/staff/recalls/" + lot + "?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
