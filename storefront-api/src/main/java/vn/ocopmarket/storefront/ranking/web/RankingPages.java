package vn.ocopmarket.storefront.ranking.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import vn.ocopmarket.storefront.ranking.Ranking;

/** Says in everyday words how results are ordered, with the weights that are in force. */
@Controller
class RankingPages {

    private final List<Weight> weights;

    RankingPages(Ranking ranking) {
        this.weights = heaviestFirst(ranking);
    }

    /** @param name ends the key of its words */
    record Weight(String name, double value) {}

    @GetMapping("/about/ranking")
    Rendering ranking() {
        return Rendering.view("about-ranking")
                .modelAttribute("weights", weights)
                .build();
    }

    private static List<Weight> heaviestFirst(Ranking ranking) {
        var found = ranking.found();
        var nearness = ranking.nearness();
        var meaning = ranking.meaning();
        return Stream.of(
                        new Weight("name", found.name()),
                        new Weight("place", found.place()),
                        new Weight("producer", found.producer()),
                        new Weight("group", found.group()),
                        new Weight("beginning", nearness.beginning()),
                        new Weight("name-together", nearness.nameTogether()),
                        new Weight("place-together", nearness.placeTogether()),
                        new Weight("accents", nearness.accents()),
                        new Weight("neighbours", nearness.neighbours()),
                        new Weight("otherwise", meaning.otherwise()),
                        new Weight("other-accents", meaning.otherAccents()),
                        new Weight("group-named", meaning.group()),
                        new Weight("whole-group", meaning.wholeGroup()),
                        new Weight("praise", meaning.praise()),
                        new Weight("story", meaning.story()),
                        new Weight("in-stock", ranking.favour().stock()),
                        new Weight("stars", ranking.favour().stars()))
                .sorted(Comparator.comparingDouble(Weight::value).reversed())
                .toList();
    }
}
