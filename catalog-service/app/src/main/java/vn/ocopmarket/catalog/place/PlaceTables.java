package vn.ocopmarket.catalog.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All places, loaded once: about 14,000 small records, their names shared, with the look-ups that resolving needs. */
final class PlaceTables {

    private final Map<String, Province> provinces;
    private final Map<String, Commune> communes;
    private final List<FormerProvince> formerProvinces;
    private final List<FormerDistrict> formerDistricts;
    private final List<FormerCommune> formerCommunes;

    private final Map<String, List<Province>> provincesByName = new LinkedHashMap<>();
    private final Map<String, List<FormerProvince>> formerProvincesByName = new LinkedHashMap<>();
    private final Map<String, List<Commune>> communesByName = new LinkedHashMap<>();
    private final Map<String, List<FormerDistrict>> formerDistrictsByName = new LinkedHashMap<>();
    private final Map<String, List<FormerCommune>> formerCommunesByName = new LinkedHashMap<>();
    private final Map<String, List<Commune>> communesOfProvince = new LinkedHashMap<>();
    private final Map<String, List<FormerCommune>> sources = new LinkedHashMap<>();
    private final Map<String, List<FormerCommune>> formerCommunesByCode = new LinkedHashMap<>();

    PlaceTables(Collection<Commune> communes, Collection<FormerCommune> formerCommunes, Map<String, String> aliases) {
        this.provinces = new LinkedHashMap<>();
        this.communes = new LinkedHashMap<>();
        this.formerCommunes = List.copyOf(formerCommunes);
        communes.forEach(this::add);
        this.formerDistricts =
                formerCommunes.stream().map(FormerCommune::district).distinct().toList();
        this.formerProvinces = formerDistricts.stream()
                .map(FormerDistrict::province)
                .distinct()
                .toList();
        provinces.values().forEach(province -> put(provincesByName, key(province.name()), province));
        formerProvinces.forEach(province -> put(formerProvincesByName, key(province.name()), province));
        formerDistricts.forEach(district -> put(formerDistrictsByName, key(district.name()), district));
        formerCommunes.forEach(this::add);
        aliases.forEach((alias, code) -> formerProvinces.stream()
                .filter(province -> province.code().equals(code))
                .forEach(province -> put(formerProvincesByName, key(alias), province)));
    }

    private void add(Commune commune) {
        provinces.putIfAbsent(commune.province().code(), commune.province());
        communes.put(commune.code(), commune);
        put(communesByName, key(commune.name()), commune);
        put(communesOfProvince, commune.province().code(), commune);
    }

    private void add(FormerCommune commune) {
        put(formerCommunesByName, key(commune.name()), commune);
        put(formerCommunesByCode, commune.code(), commune);
        commune.successors().forEach(successor -> put(sources, successor.code(), commune));
    }

    private static String key(String name) {
        return PlaceName.of(name).key();
    }

    private static <T> void put(Map<String, List<T>> index, String key, T value) {
        if (!key.isEmpty()) {
            index.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(value);
        }
    }

    private static <T> List<T> named(Map<String, List<T>> index, PlaceName name) {
        return Stream.of(name.whole(), name.key())
                .map(key -> index.getOrDefault(key, List.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    Map<String, Province> provinces() {
        return provinces;
    }

    Map<String, Commune> communes() {
        return communes;
    }

    List<FormerProvince> formerProvinces() {
        return formerProvinces;
    }

    List<FormerDistrict> formerDistricts() {
        return formerDistricts;
    }

    List<FormerCommune> formerCommunes() {
        return formerCommunes;
    }

    List<Province> provinces(PlaceName name) {
        return named(provincesByName, name);
    }

    List<FormerProvince> formerProvinces(PlaceName name) {
        return named(formerProvincesByName, name);
    }

    List<Commune> communes(PlaceName name) {
        return named(communesByName, name);
    }

    List<FormerDistrict> formerDistricts(PlaceName name) {
        return named(formerDistrictsByName, name);
    }

    List<FormerCommune> formerCommunes(PlaceName name) {
        return named(formerCommunesByName, name);
    }

    List<Commune> communesOf(String provinceCode) {
        return communesOfProvince.getOrDefault(provinceCode, List.of());
    }

    List<FormerCommune> sourcesOf(Commune commune) {
        return sources.getOrDefault(commune.code(), List.of());
    }

    List<FormerCommune> formerCommunes(String code) {
        return formerCommunesByCode.getOrDefault(code, List.of());
    }
}
