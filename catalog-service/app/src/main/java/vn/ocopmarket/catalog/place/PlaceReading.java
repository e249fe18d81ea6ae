package vn.ocopmarket.catalog.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that the words for a commune may mean within a province: they may hold a hamlet, a commune, a district and a
 * province, in this order, of the current or of the former division.
 */
final class PlaceReading {

    private static final Pattern PARTS = Pattern.compile("[,;\\n]| - ");

    private final PlaceTables tables;
    private final ProvinceReading province;
    private final List<FormerDistrict> districts = new ArrayList<>();
    private final Set<Commune> current = new LinkedHashSet<>();
    private final Set<FormerCommune> former = new LinkedHashSet<>();
    private boolean saysFormer;

    PlaceReading(PlaceTables tables, ProvinceReading province, String words) {
        this.tables = tables;
        this.province = province;
        this.saysFormer = province.former() != null;
        var parts = PARTS.splitAsStream(words)
                .map(PlaceName::of)
                .filter(name -> !name.key().isEmpty())
                .toList();
        var commune = parts.stream()
                .filter(name -> PlaceName.OF_COMMUNES.contains(name.kind()))
                .findFirst()
                .or(() -> parts.stream().filter(this::namesACommune).findFirst());
        parts.stream().filter(name -> commune.filter(name::equals).isEmpty()).forEach(this::readDistrict);
        commune.ifPresent(this::readCommune);
    }

    private boolean namesACommune(PlaceName name) {
        return name.kind().isEmpty()
                && (tables.communes(name).stream().anyMatch(this::inProvince)
                        || tables.formerCommunes(name).stream().anyMatch(this::inProvince));
    }

    private void readDistrict(PlaceName name) {
        tables.formerDistricts(name).stream()
                .filter(district -> province.admits(district.province()))
                .forEach(districts::add);
        saysFormer |= !districts.isEmpty();
    }

    private void readCommune(PlaceName name) {
        saysFormer |= "thi tran".equals(name.kind());
        current.addAll(preferKind(tables.communes(name), name, Commune::name, this::inProvince));
        var inProvince = preferKind(tables.formerCommunes(name), name, FormerCommune::name, this::inProvince);
        var inDistrict = inProvince.stream()
                .filter(commune -> districts.contains(commune.district()))
                .toList();
        former.addAll(inDistrict.isEmpty() ? inProvince : inDistrict);
    }

    private static <T> List<T> preferKind(
            List<T> places, PlaceName name, java.util.function.Function<T, String> nameOf, Predicate<T> inProvince) {
        var here = places.stream().filter(inProvince).toList();
        var ofKind = here.stream()
                .filter(place -> PlaceName.of(nameOf.apply(place)).kind().equals(name.kind()))
                .toList();
        return ofKind.isEmpty() ? here : ofKind;
    }

    private boolean inProvince(Commune commune) {
        return commune.province().equals(province.province());
    }

    private boolean inProvince(FormerCommune commune) {
        return province.admits(commune.district().province());
    }

    /** Former communes, when the words are of the former division or the current one knows no such name. */
    Set<FormerCommune> formerMeant() {
        return saysFormer || current.isEmpty() ? former : Set.of();
    }

    /** Current communes, when they are not overruled by {@link #formerMeant()}. */
    Set<Commune> currentMeant() {
        return formerMeant().isEmpty() ? current : Set.of();
    }

    /** Former districts that were named, as far as they are told apart. */
    List<FormerDistrict> districts() {
        return List.copyOf(districts);
    }

    boolean isNothing() {
        return current.isEmpty() && former.isEmpty() && districts.isEmpty();
    }

    /** The names that all readings of the words agree on. */
    List<String> agreedFormerNames() {
        var meant = formerMeant();
        var agreed = new LinkedHashSet<>(province.formerNames());
        agreeOn(meant.stream().map(commune -> commune.district().province().name()), agreed);
        agreeOn(
                meant.isEmpty()
                        ? districts.stream().map(district -> district.province().name())
                        : Stream.empty(),
                agreed);
        agreeOn(
                meant.isEmpty()
                        ? districts.stream().map(FormerDistrict::name)
                        : meant.stream().map(commune -> commune.district().name()),
                agreed);
        agreeOn(meant.stream().map(FormerCommune::name), agreed);
        return List.copyOf(agreed);
    }

    private static void agreeOn(Stream<String> names, Set<String> agreed) {
        var distinct = names.distinct().toList();
        if (distinct.size() == 1) {
            agreed.add(distinct.getFirst());
        }
    }
}
