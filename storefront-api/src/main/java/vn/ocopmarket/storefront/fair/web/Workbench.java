package vn.ocopmarket.storefront.fair.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.fair.Candidate;
import vn.ocopmarket.storefront.fair.FairView;
import vn.ocopmarket.storefront.fair.FindCandidates;
import vn.ocopmarket.storefront.fair.FindFairs;
import vn.ocopmarket.storefront.fair.StockingStalls;
import vn.ocopmarket.storefront.pages.Problem;

/** The page on which an officer works at one fair. */
@Component
class Workbench {

    private static final int ONCE_CHARACTERS = 16;

    private final FindFairs fairs;
    private final FindCandidates candidates;
    private final StockingStalls stalls;
    private final RandomIds ids;

    Workbench(FindFairs fairs, FindCandidates candidates, StockingStalls stalls, RandomIds ids) {
        this.fairs = fairs;
        this.candidates = candidates;
        this.stalls = stalls;
        this.ids = ids;
    }

    /**
     * What the officer asked to see.
     *
     * @param find words to search products by; nothing is searched when there are none
     */
    record Asked(StaffMember officer, String fairId, String find, Locale locale) {}

    Mono<Rendering> show(Asked asked, @Nullable FairNotice notice) {
        return fairs.of(asked.officer(), asked.fairId())
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)))
                .flatMap(view -> show(asked, view, notice));
    }

    private Mono<Rendering> show(Asked asked, FairView view, @Nullable FairNotice notice) {
        var stock = stalls.at(view.fair()).collectList();
        var sources = stalls.sources(asked.officer()).collectList();
        var found =
                asked.find().isBlank() ? Mono.just(List.<Candidate>of()) : candidates.find(view.fair(), asked.find());
        return Mono.zip(stock, sources, found)
                .map(parts -> {
                    var page = page(asked, view, notice)
                            .modelAttribute("stalls", parts.getT1())
                            .modelAttribute("sources", parts.getT2())
                            .modelAttribute("candidates", parts.getT3());
                    return page.build();
                })
                .onErrorResume(
                        SearchUnavailable.class,
                        _ -> show(
                                new Asked(asked.officer(), asked.fairId(), "", asked.locale()),
                                view,
                                FairNotice.searchDown()));
    }

    private Rendering.Builder<?> page(Asked asked, FairView view, @Nullable FairNotice notice) {
        var page = Rendering.view("fair/workbench")
                .modelAttribute("fair", FairCard.of(view.fair()))
                .modelAttribute("over", view.over())
                .modelAttribute("find", asked.find())
                .modelAttribute("once", ids.next(ONCE_CHARACTERS))
                .modelAttribute("picks", view.picks());
        return notice == null ? page : page.modelAttribute("notice", notice);
    }
}
