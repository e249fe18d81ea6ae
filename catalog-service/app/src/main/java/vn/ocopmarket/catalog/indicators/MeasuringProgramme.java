package vn.ocopmarket.catalog.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.indicators.domain.Aim;
import vn.ocopmarket.catalog.indicators.domain.AimTally;
import vn.ocopmarket.catalog.indicators.domain.Choice;
import vn.ocopmarket.catalog.indicators.domain.ProductFacts;
import vn.ocopmarket.catalog.indicators.domain.Tally;
import vn.ocopmarket.catalog.indicators.domain.Traced;
import vn.ocopmarket.catalog.place.Commune;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.place.Province;
import vn.ocopmarket.contract.indicators.IndicatorReport;
import vn.ocopmarket.contract.indicators.IndicatorReport.Part;
import vn.ocopmarket.contract.indicators.IndicatorReport.RightCount;
import vn.ocopmarket.contract.indicators.IndicatorReport.Stars;
import vn.ocopmarket.contract.indicators.IndicatorReport.Tracing;
import vn.ocopmarket.contract.indicators.IndicatorReport.Year;

/** Tells the figures of the programme as they are now. */
public final class MeasuringProgramme {

    private static final int MOST_COMMUNES = 100;
    private static final Comparator<Part> MOST_FIRST = Comparator.<Part>comparingLong(
                    part -> part.stars().total())
            .reversed()
            .thenComparing(Part::code);

    private final LiveFacts facts;
    private final TraceFacts traces;
    private final Places places;
    private final List<Aim> aims;
    private final Clock clock;

    MeasuringProgramme(LiveFacts facts, TraceFacts traces, Places places, List<Aim> aims, Clock clock) {
        this.facts = facts;
        this.traces = traces;
        this.places = places;
        this.aims = List.copyOf(aims);
        this.clock = clock;
    }

    /** Never empty. An error means that the store did not answer. */
    public Mono<IndicatorReport> measure(Choice choice) {
        return Mono.defer(() -> {
            var day = LocalDate.now(clock);
            return traces.refresh().then(facts.all()).map(all -> report(all, choice, day));
        });
    }

    private IndicatorReport report(Collection<ProductFacts> all, Choice choice, LocalDate day) {
        var tally = new Tally(choice);
        var aimed = aims.stream().map(AimTally::new).toList();
        for (var one : all) {
            var where = traces.of(one);
            tally.add(one, where);
            if (!one.targets().isEmpty()) {
                aimed.forEach(aim -> aim.add(one, where));
            }
        }
        var counted = tally.all();
        return new IndicatorReport(
                day,
                tally.products(),
                counted.stars(),
                new Tracing(
                        counted.traced(Traced.WORKING),
                        counted.traced(Traced.UNCHECKED),
                        counted.traced(Traced.BROKEN),
                        counted.traced(Traced.NONE)),
                counted.buyable(),
                years(tally),
                parts(tally.groups(), this::group),
                parts(tally.provinces(), this::province),
                parts(tally.communes(), this::commune).stream()
                        .limit(MOST_COMMUNES)
                        .toList(),
                rights(tally),
                aimed.stream().map(AimTally::result).toList());
    }

    private static List<Year> years(Tally tally) {
        var years = new TreeSet<>(tally.firsts().keySet());
        years.addAll(tally.upgrades().keySet());
        return years.stream()
                .map(year -> new Year(
                        year,
                        tally.firsts().getOrDefault(year, Stars.NONE),
                        tally.upgrades().getOrDefault(year, Stars.NONE)))
                .toList();
    }

    private static List<RightCount> rights(Tally tally) {
        return tally.rights().stream()
                .collect(Collectors.groupingBy(ProductFacts.Protected::kind, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> new RightCount(kind.getKey(), kind.getValue()))
                .sorted(Comparator.comparing(RightCount::kind))
                .toList();
    }

    private static List<Part> parts(
            Map<String, Tally.Count> counts, Function<Map.Entry<String, Tally.Count>, Part> part) {
        return counts.entrySet().stream().map(part).sorted(MOST_FIRST).toList();
    }

    private Part group(Map.Entry<String, Tally.Count> entry) {
        var group = facts.group(entry.getKey());
        return part(entry, new Names(group.name(), group.nameEn(), group.branchName()));
    }

    private Part province(Map.Entry<String, Tally.Count> entry) {
        var name = places.province(entry.getKey()).map(Province::name).orElse(entry.getKey());
        return part(entry, new Names(name, null, null));
    }

    private Part commune(Map.Entry<String, Tally.Count> entry) {
        var commune = places.commune(entry.getKey());
        return part(
                entry,
                new Names(
                        commune.map(Commune::name).orElse(entry.getKey()),
                        null,
                        commune.map(Commune::province).map(Province::name).orElse(null)));
    }

    private record Names(
            String name, @Nullable String english, @Nullable String within) {}

    private static Part part(Map.Entry<String, Tally.Count> entry, Names names) {
        var count = entry.getValue();
        return new Part(
                entry.getKey(),
                names.name(),
                names.english(),
                names.within(),
                count.stars(),
                count.traced(Traced.WORKING),
                count.buyable());
    }
}
