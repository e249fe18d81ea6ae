package vn.ocopmarket.storefront.producerdesk.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.producerdesk.KeepingOwnProducts;
import vn.ocopmarket.storefront.producerdesk.Proposal;

/** What producers of an officer's province want shown: read, approved one by one or several at once, or returned. */
@DeskPage
class ChangePages {

    private static final String PATH = "/staff/changes";
    private static final int MOST_AT_ONCE = 50;

    private final CurrentStaff staff;
    private final KeepingOwnProducts products;

    ChangePages(CurrentStaff staff, KeepingOwnProducts products) {
        this.staff = staff;
        this.products = products;
    }

    /**
     * One that could not be approved.
     *
     * @param why in the reader's language
     */
    record NotDone(String id, String why) {}

    private record Answered(String id, Reply<Proposal> reply) {}

    @GetMapping(PATH)
    Mono<Rendering> list(@RequestParam(required = false) @Nullable String cursor, Locale language) {
        return asker(language).flatMap(asker -> page(asker, cursor, Entry.NONE, List.of(), 0));
    }

    /** Each is approved by itself; those that cannot be are named, the others are done. */
    @PostMapping(PATH)
    Mono<Rendering> approve(ServerWebExchange exchange, Locale language) {
        return asker(language)
                .zipWith(Form.by(exchange))
                .flatMap(sent -> Flux.fromIterable(sent.getT2().picks())
                        .take(MOST_AT_ONCE)
                        .concatMap(id -> products.approve(sent.getT1(), id).map(reply -> new Answered(id, reply)))
                        .collectList()
                        .flatMap(answers -> {
                            var notDone = answers.stream()
                                    .flatMap(answer -> answer.reply() instanceof Reply.Refused<Proposal> refused
                                            ? Stream.of(new NotDone(answer.id(), refused.detail()))
                                            : Stream.empty())
                                    .toList();
                            return !answers.isEmpty() && notDone.isEmpty()
                                    ? Mono.just(done("changes-approved"))
                                    : page(sent.getT1(), null, Entry.NONE, notDone, answers.size() - notDone.size());
                        }));
    }

    @PostMapping(PATH + "/{id}/returns")
    Mono<Rendering> giveBack(@PathVariable String id, ServerWebExchange exchange, Locale language) {
        return asker(language)
                .zipWith(Form.by(exchange))
                .flatMap(sent -> products.giveBack(
                                sent.getT1(), id, sent.getT2().text("reason"))
                        .flatMap(reply -> switch (reply) {
                            case Reply.Given<Proposal> _ -> Mono.just(done("change-returned"));
                            case Reply.Refused<Proposal> refused ->
                                page(
                                        sent.getT1(),
                                        null,
                                        new Entry(id, sent.getT2().fields(), refused),
                                        List.of(),
                                        0);
                        }));
    }

    private Mono<Asker> asker(Locale language) {
        return staff.get().map(member -> new Asker(member, language));
    }

    private static Rendering done(String message) {
        return Rendering.redirectTo(PATH + "?done=" + message)
                .status(HttpStatus.SEE_OTHER)
                .contextRelative(false)
                .build();
    }

    private Mono<Rendering> page(
            Asker asker, @Nullable String cursor, Entry entry, List<NotDone> notDone, int approved) {
        return products.waiting(asker, cursor).map(found -> {
            var page = Rendering.view("producerdesk/changes")
                    .status(HttpStatusCode.valueOf(entry.status()))
                    .modelAttribute("changes", found.items())
                    .modelAttribute("notDone", notDone)
                    .modelAttribute("approved", approved)
                    .modelAttribute("entry", entry);
            if (found.next() != null) {
                var _ = page.modelAttribute("next", found.next());
            }
            return page.build();
        });
    }
}
