package vn.ocopmarket.catalog.place.web;

import java.util.Collection;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.ocopmarket.catalog.place.Commune;
import vn.ocopmarket.catalog.place.FormerCommune;
import vn.ocopmarket.catalog.place.PlaceHit;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.place.Province;
import vn.ocopmarket.catalog.problem.Problem;

@RestController
@RequestMapping("/api/v1/places")
class PlaceController {

    private static final int MOST_HITS = 100;

    private final Places places;

    PlaceController(Places places) {
        this.places = places;
    }

    @GetMapping("/provinces")
    Items<Province> provinces() {
        return new Items<>(places.provinces());
    }

    @GetMapping({"/provinces/{code}/communes", "/{code}/communes"})
    Items<CommuneView> communes(@PathVariable String code) {
        if (places.province(code).isEmpty()) {
            throw Problem.notFound();
        }
        return new Items<>(places.communesOf(code).stream().map(CommuneView::of).toList());
    }

    /** One commune, with what it was before. */
    @GetMapping("/communes/{code}")
    CommuneStory commune(@PathVariable String code) {
        return places.commune(code)
                .map(commune -> CommuneStory.of(commune, places.formerOf(commune)))
                .orElseThrow(Problem::notFound);
    }

    @GetMapping("/search")
    Items<HitView> search(@RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        return new Items<>(places.search(q, Math.clamp(limit, 1, MOST_HITS)).stream()
                .map(HitView::of)
                .toList());
    }

    record Items<T>(Collection<T> items) {}

    record CommuneStory(String code, String name, Province province, List<FormerView> former) {

        static CommuneStory of(Commune commune, List<FormerCommune> former) {
            return new CommuneStory(
                    commune.code(),
                    commune.name(),
                    commune.province(),
                    former.stream().map(FormerView::of).toList());
        }
    }

    /** @param whole whether all of it is in this one commune now */
    record FormerView(String name, String district, String province, boolean whole) {

        static FormerView of(FormerCommune former) {
            return new FormerView(
                    former.name(),
                    former.district().name(),
                    former.district().province().name(),
                    former.successors().size() == 1);
        }
    }

    record CommuneView(String code, String name, Province province) {

        static CommuneView of(Commune commune) {
            return new CommuneView(commune.code(), commune.name(), commune.province());
        }
    }

    /**
     * @param kind {@code province}, {@code commune}, {@code former-province}, {@code former-district} or {@code former-commune}
     * @param split whether a former commune is several communes now
     */
    record HitView(String kind, String code, String name, Province province, boolean split, List<CommuneView> current) {

        static HitView of(PlaceHit hit) {
            return new HitView(
                    hit.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    hit.code(),
                    hit.name(),
                    hit.province(),
                    hit.kind() == PlaceHit.Kind.FORMER_COMMUNE && hit.current().size() > 1,
                    hit.current().stream().map(CommuneView::of).toList());
        }
    }
}
