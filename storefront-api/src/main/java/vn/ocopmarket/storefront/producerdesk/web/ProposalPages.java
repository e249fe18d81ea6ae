package vn.ocopmarket.storefront.producerdesk.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.producerdesk.KeepingOwnProducts;
import vn.ocopmarket.storefront.producerdesk.Proposal;

/** What a producer proposed and what officers answered. */
@DeskPage
class ProposalPages {

    private static final String PATH = "/staff/proposals";

    private final CurrentStaff staff;
    private final KeepingOwnProducts products;

    ProposalPages(CurrentStaff staff, KeepingOwnProducts products) {
        this.staff = staff;
        this.products = products;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(Locale language) {
        return asker(language).flatMap(asker -> page(asker, Entry.NONE));
    }

    @PostMapping(PATH + "/{id}/withdrawals")
    Mono<Rendering> withdraw(@PathVariable String id, Locale language) {
        return asker(language)
                .flatMap(asker -> products.withdraw(asker, id).flatMap(reply -> switch (reply) {
                    case Reply.Given<Proposal> _ ->
                        Mono.just(Rendering.redirectTo(PATH + "?done=producer-withdrawn")
                                .status(HttpStatus.SEE_OTHER)
                                .contextRelative(false)
                                .build());
                    case Reply.Refused<Proposal> refused -> page(asker, new Entry("withdraw", Map.of(), refused));
                }));
    }

    private Mono<Asker> asker(Locale language) {
        return staff.get().map(member -> new Asker(member, language));
    }

    private Mono<Rendering> page(Asker asker, Entry entry) {
        return products.proposals(asker)
                .map(found -> Rendering.view("producerdesk/proposals")
                        .status(HttpStatusCode.valueOf(entry.status()))
                        .modelAttribute("proposals", found)
                        .modelAttribute("entry", entry)
                        .build());
    }
}
