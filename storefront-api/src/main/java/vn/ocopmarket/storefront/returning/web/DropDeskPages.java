package vn.ocopmarket.storefront.returning.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.returning.Asking;
import vn.ocopmarket.storefront.returning.AskingStaff;
import vn.ocopmarket.storefront.returning.HandlingRequests.Deed;
import vn.ocopmarket.storefront.returning.RequestOutcome.Done;

/** Where staff take units out of an order that cannot be sent; a form that is sent twice does it once. */
@DeskPage
@RequestMapping("/staff/orders/{id}/drops")
class DropDeskPages {

    private static final int KEY_LENGTH = 26;
    private static final int LONGEST_WORDS = 1_000;

    private final AskingStaff asking;
    private final RequestRooms rooms;
    private final RandomIds ids;

    DropDeskPages(AskingStaff asking, RequestRooms rooms, RandomIds ids) {
        this.asking = asking;
        this.rooms = rooms;
        this.ids = ids;
    }

    @GetMapping
    Mono<Rendering> form(@PathVariable String id) {
        return rooms.openOrder(id).map(opened -> page(opened.asking(), Map.of()).build());
    }

    @PostMapping
    Mono<Rendering> drop(@PathVariable String id, ServerWebExchange exchange) {
        return Mono.zip(rooms.openOrder(id), SentForm.by(exchange, 0)).flatMap(both -> {
            var form = both.getT2();
            var once = form.field("once");
            var words = form.field("words");
            if (once.isEmpty() || words.length() > LONGEST_WORDS) {
                return Mono.error(Problem.of("invalid-request", 400));
            }
            if (words.isEmpty()) {
                return refused(id, form, "request-no-words");
            }
            var deed = new Deed(both.getT1().member().accountId(), words);
            return asking.dropByStaff(id, "page:" + once, RequestPages.wanted(form), deed)
                    .flatMap(outcome -> outcome instanceof Done
                            ? Mono.just(Rendering.redirectTo("/staff/orders/" + id + "/drops?done="
                                            + RequestProblems.noticeOfDrop(outcome))
                                    .status(HttpStatus.SEE_OTHER)
                                    .build())
                            : refused(id, form, RequestProblems.noticeOfDrop(outcome)));
        });
    }

    /** With what was typed, so that only what is wrong has to be typed again. */
    private Mono<Rendering> refused(String id, SentForm form, String notice) {
        return rooms.openOrder(id)
                .map(opened -> page(opened.asking(), form.fields())
                        .modelAttribute("refused", "undone." + notice)
                        .status(HttpStatus.CONFLICT)
                        .build());
    }

    private Rendering.Builder<?> page(Asking now, Map<String, String> typed) {
        return Rendering.view("returning/drop")
                .modelAttribute("asking", now)
                .modelAttribute("typed", typed)
                .modelAttribute("once", ids.next(KEY_LENGTH));
    }
}
