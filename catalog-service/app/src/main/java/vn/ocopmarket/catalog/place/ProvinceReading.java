package vn.ocopmarket.catalog.place;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the words for a province are read.
 *
 * @param former the province of the old division that the words can only mean, or null
 */
record ProvinceReading(Province province, @Nullable FormerProvince former) {

    static Optional<ProvinceReading> of(PlaceTables tables, String words) {
        var text = words.strip();
        if (!text.isEmpty() && text.length() <= 2 && text.chars().allMatch(Character::isDigit)) {
            return byCode(tables, text.length() == 1 ? "0" + text : text);
        }
        var name = PlaceName.of(text);
        return Stream.concat(
                        tables.provinces(name).stream().map(current -> new ProvinceReading(current, null)),
                        tables.formerProvinces(name).stream()
                                .map(former -> new ProvinceReading(former.current(), former)))
                .findFirst();
    }

    /**
     * Seven codes have named another province since July 2025, but each of these provinces has taken in the one that its code
     * named before; so the current reading is right in both schemes, and only claims no former name.
     */
    private static Optional<ProvinceReading> byCode(PlaceTables tables, String code) {
        var current = tables.provinces().get(code);
        if (current != null) {
            return Optional.of(new ProvinceReading(current, null));
        }
        return tables.formerProvinces().stream()
                .filter(former -> former.code().equals(code))
                .map(former -> new ProvinceReading(former.current(), former))
                .findFirst();
    }

    List<String> formerNames() {
        return former == null ? List.of() : List.of(former.name());
    }

    /** Whether land of that former province may be meant. */
    boolean admits(FormerProvince other) {
        return former == null ? other.current().equals(province) : other.equals(former);
    }
}
