package vn.ocopmarket.catalog.place;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.place.PlaceResolution.CommuneElsewhere;
import vn.ocopmarket.catalog.place.PlaceResolution.Resolved;
import vn.ocopmarket.catalog.place.PlaceResolution.Several;
import vn.ocopmarket.catalog.place.PlaceResolution.UnknownCommune;
import vn.ocopmarket.catalog.place.PlaceResolution.UnknownProvince;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.place.PlaceRef;

/** The directory of places: in memory, complete, the same in every instance. */
public final class Places {

    private static final int COMMUNE_DIGITS = 5;

    private final PlaceTables tables;
    private final PlaceSearch search;

    private Places(PlaceTables tables) {
        this.tables = tables;
        this.search = new PlaceSearch(tables);
    }

    /** Reads the tables that ship with the service; takes some tens of milliseconds, once. */
    public static Places load() {
        return new Places(PlaceFiles.read());
    }

    /** The provinces in force, by code. */
    public Collection<Province> provinces() {
        return tables.provinces().values();
    }

    public Optional<Province> province(String code) {
        return Optional.ofNullable(tables.provinces().get(code));
    }

    public List<Commune> communesOf(String provinceCode) {
        return tables.communesOf(provinceCode);
    }

    public Optional<Commune> commune(String code) {
        return Optional.ofNullable(tables.communes().get(code));
    }

    /** The communes of before July 2025 whose land, or some of it, the commune has now. */
    public List<FormerCommune> formerOf(Commune commune) {
        return tables.sourcesOf(commune);
    }

    /** Current and former places whose name or code fits, the best first. */
    public List<PlaceHit> search(String words, int limit) {
        return search.find(words, limit);
    }

    /**
     * What the words of an address come to.
     *
     * @param province current or former name or code
     * @param commune current or former name, with a district or a hamlet if need be, or null
     * @param communeCode current or former code, or null
     */
    public PlaceResolution resolve(String province, @Nullable String commune, @Nullable String communeCode) {
        var read = ProvinceReading.of(tables, province);
        if (read.isEmpty()) {
            return new UnknownProvince();
        }
        var certified = commune == null ? province : commune + ", " + province;
        if (communeCode != null) {
            return byCode(read.get(), padded(communeCode), commune, certified);
        }
        return commune == null
                ? new Resolved(inProvince(read.get().province(), read.get().formerNames(), certified))
                : byName(read.get(), new PlaceReading(tables, read.get(), commune), certified);
    }

    /** Why the words of an address cannot be used; empty when they can, at least to the province. */
    public List<FieldError> errors(String province, @Nullable String commune, @Nullable String communeCode) {
        var communeField = communeCode == null ? "commune" : "communeCode";
        return switch (resolve(province, commune, communeCode)) {
            case Resolved _, Several _ -> List.of();
            case UnknownProvince() -> List.of(FieldError.of("province", "unknown-province", province));
            case UnknownCommune(var in) ->
                List.of(FieldError.of(
                        communeField,
                        "unknown-commune",
                        String.valueOf(communeCode == null ? commune : communeCode),
                        in.name()));
            case CommuneElsewhere(var elsewhere) ->
                List.of(FieldError.of(
                        communeField,
                        "commune-elsewhere",
                        elsewhere.name(),
                        elsewhere.province().name()));
        };
    }

    private PlaceResolution byName(ProvinceReading province, PlaceReading reading, String certified) {
        if (reading.isNothing()) {
            return new UnknownCommune(province.province());
        }
        var communes = reading.formerMeant().isEmpty()
                ? reading.currentMeant()
                : reading.formerMeant().stream().flatMap(Places::successors).collect(Collectors.toSet());
        if (communes.size() == 1) {
            return new Resolved(inCommune(communes.iterator().next(), reading.formerMeant(), certified));
        }
        var place = inProvince(province.province(), reading.agreedFormerNames(), certified);
        return communes.isEmpty() ? new Resolved(place) : new Several(place, List.copyOf(communes));
    }

    /** A code that is in both schemes is read as a current one, unless the name beside it fits the former one alone. */
    private PlaceResolution byCode(ProvinceReading province, String code, @Nullable String commune, String certified) {
        var current = commune(code);
        var former = tables.formerCommunes(code).stream()
                .filter(place -> province.admits(place.district().province()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var meansFormer = !former.isEmpty()
                && (current.isEmpty()
                        || commune != null
                                && !fits(current.get().name(), commune)
                                && former.stream().anyMatch(place -> fits(place.name(), commune)));
        if (meansFormer) {
            var communes =
                    former.stream().flatMap(Places::successors).distinct().toList();
            return communes.size() == 1
                    ? new Resolved(inCommune(communes.getFirst(), former, certified))
                    : new Several(inProvince(province.province(), names(former), certified), communes);
        }
        if (current.isEmpty()) {
            return new UnknownCommune(province.province());
        }
        return current.get().province().equals(province.province())
                ? new Resolved(inCommune(current.get(), Set.of(), certified))
                : new CommuneElsewhere(current.get());
    }

    private static boolean fits(String name, String words) {
        return PlaceName.of(words).whole().contains(PlaceName.of(name).key());
    }

    private static String padded(String code) {
        var digits = code.strip();
        return digits.length() < COMMUNE_DIGITS && digits.chars().allMatch(Character::isDigit)
                ? "0".repeat(COMMUNE_DIGITS - digits.length()) + digits
                : digits;
    }

    private static Stream<Commune> successors(FormerCommune commune) {
        return commune.heir() == null ? commune.successors().stream() : Stream.of(commune.heir());
    }

    private PlaceRef inProvince(Province province, List<String> formerNames, String certified) {
        return new PlaceRef(province.code(), province.name(), null, null, formerNames, certified);
    }

    /** Who named a former commune is found by its names; who named the current one, by all that went into it. */
    private PlaceRef inCommune(Commune commune, Set<FormerCommune> named, String certified) {
        var province = commune.province();
        var former = named.isEmpty() ? tables.sourcesOf(commune) : named;
        var names = names(former).stream()
                .filter(name -> !name.equals(commune.name()) && !name.equals(province.name()))
                .toList();
        return new PlaceRef(province.code(), province.name(), commune.code(), commune.name(), names, certified);
    }

    private static List<String> names(Collection<FormerCommune> communes) {
        var names = new LinkedHashSet<String>();
        communes.forEach(commune -> names.add(commune.district().province().name()));
        communes.forEach(commune -> names.add(commune.district().name()));
        communes.stream()
                .map(FormerCommune::name)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return List.copyOf(names);
    }
}
