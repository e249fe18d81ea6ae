package vn.ocopmarket.storefront.pos.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pos.web.Counters.Counter;

/** Where the clerk stands; who has one counter only is taken to it. */
@Controller
class ChoosePages {

    private final Counters counters;

    ChoosePages(Counters counters) {
        this.counters = counters;
    }

    @GetMapping("/pos")
    Mono<Rendering> choose() {
        return counters.own()
                .collectList()
                .map(own -> own.size() == 1
                        ? CounterPages.seeOther(CounterPages.path(own.getFirst()))
                        : Rendering.view("pos/choose")
                                .modelAttribute(
                                        "locations",
                                        own.stream().map(Counter::location).toList())
                                .build());
    }
}
