package vn.ocopmarket.catalog.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.ocopmarket.catalog.place.PlaceHit.Kind;

/** Finds places by part of their name: exact before beginning, beginning before within, current before former. */
final class PlaceSearch {

    private final List<Entry> entries = new ArrayList<>();
    private final PlaceTables tables;

    PlaceSearch(PlaceTables tables) {
        this.tables = tables;
        tables.provinces().values().forEach(place -> add(Kind.PROVINCE, place.name(), place.code(), place));
        tables.communes().values().forEach(place -> add(Kind.COMMUNE, place.name(), place.code(), place));
        tables.formerProvinces().forEach(place -> add(Kind.FORMER_PROVINCE, place.name(), place.code(), place));
        tables.formerDistricts().forEach(place -> add(Kind.FORMER_DISTRICT, place.name(), place.code(), place));
        tables.formerCommunes().forEach(place -> add(Kind.FORMER_COMMUNE, place.name(), place.code(), place));
    }

    private void add(Kind kind, String name, String code, Object place) {
        var key = PlaceName.of(name).key();
        if (!key.isEmpty()) {
            entries.add(new Entry(kind, key, name, code, place));
        }
    }

    List<PlaceHit> find(String words, int limit) {
        var name = PlaceName.of(words);
        if (name.key().isEmpty()) {
            return List.of();
        }
        var wanted = List.of(name.key(), name.whole());
        return entries.stream()
                .map(entry -> new Ranked(entry, entry.rank(wanted, words.strip())))
                .filter(ranked -> ranked.rank() >= 0)
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(ranked -> ranked.entry().kind())
                        .thenComparing(ranked -> ranked.entry().key().length()))
                .limit(limit)
                .map(ranked -> hit(ranked.entry()))
                .toList();
    }

    private PlaceHit hit(Entry entry) {
        return switch (entry.place()) {
            case Province place -> entry.hit(place, List.of());
            case FormerProvince place -> entry.hit(place.current(), List.of());
            case Commune place -> entry.hit(place.province(), List.of(place));
            case FormerDistrict place -> entry.hit(place.province().current(), communesOf(place));
            case FormerCommune place -> entry.hit(place.successors().getFirst().province(), place.successors());
            default -> throw new IllegalStateException("Not a place: " + entry.place());
        };
    }

    private List<Commune> communesOf(FormerDistrict district) {
        return tables.formerCommunes().stream()
                .filter(commune -> commune.district().equals(district))
                .flatMap(commune -> commune.heir() == null ? commune.successors().stream() : Stream.of(commune.heir()))
                .distinct()
                .toList();
    }

    private record Ranked(Entry entry, int rank) {}

    private record Entry(Kind kind, String key, String name, String code, Object place) {

        /** Smaller is better; -1 does not fit. */
        int rank(List<String> wanted, String words) {
            if (code.equals(words) || wanted.contains(key)) {
                return 0;
            }
            if (wanted.stream().anyMatch(key::startsWith)) {
                return 1;
            }
            return wanted.stream().anyMatch(want -> key.contains(" " + want)) ? 2 : -1;
        }

        PlaceHit hit(Province province, List<Commune> current) {
            return new PlaceHit(kind, code, name, province, current);
        }
    }
}
