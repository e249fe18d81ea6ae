package vn.ocopmarket.storefront.ordernews.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.ordernews.ResendingLinks;
import vn.ocopmarket.storefront.throttle.Origins;

/** Who lost the way to an order asks for it here; the answer is the same for every number. */
@Controller
@RequestMapping("/orders/lost")
class LostLinkPages {

    private static final int LONGEST = 254;

    private final ResendingLinks resending;
    private final Origins origins;

    LostLinkPages(ResendingLinks resending, Origins origins) {
        this.resending = resending;
        this.origins = origins;
    }

    @GetMapping
    Rendering form(@RequestParam(defaultValue = "false") boolean sent) {
        return Rendering.view("ordernews/lost").modelAttribute("sent", sent).build();
    }

    @PostMapping
    Mono<Rendering> ask(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var origin = origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
        var answer = Rendering.redirectTo("/orders/lost?sent=true")
                .status(HttpStatus.SEE_OTHER)
                .build();
        return SentForm.by(exchange, 0)
                .filter(form -> form.field("number").length() <= LONGEST
                        && form.field("contact").length() <= LONGEST)
                .flatMap(form -> resending.ask(form.field("number"), form.field("contact"), origin))
                .thenReturn(answer);
    }
}
