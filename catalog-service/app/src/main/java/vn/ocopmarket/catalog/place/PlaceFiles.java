package vn.ocopmarket.catalog.place;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.text.VietnameseText;

/** Reads the tables that ship with the service. */
final class PlaceFiles {

    /** In the column {@code extent}, folded: the whole commune, or all of its people, went to this successor. */
    private static final String WHOLE = "toan bo";

    private final Map<String, String> shared = new HashMap<>();
    private final Map<String, Province> provinces = new LinkedHashMap<>();
    private final Map<String, Commune> communes = new LinkedHashMap<>();
    private final Map<String, FormerProvince> formerProvinces = new HashMap<>();
    private final Map<String, FormerDistrict> formerDistricts = new HashMap<>();

    private PlaceFiles() {}

    static PlaceTables read() {
        return new PlaceFiles().tables();
    }

    private PlaceTables tables() {
        each("administrative-units.csv", row -> {
            var province = provinces.computeIfAbsent(
                    row.getField("province_code"), code -> new Province(code, row.getField("province_name")));
            var code = row.getField("commune_code");
            communes.put(code, new Commune(code, share(row.getField("commune_name")), province));
        });
        var formerRows = new LinkedHashMap<String, List<FormerRow>>();
        each("administrative-units-before-2025-07.csv", row -> {
            var former = FormerRow.of(row);
            formerRows
                    .computeIfAbsent(former.identity(), _ -> new ArrayList<>(1))
                    .add(former);
        });
        var aliases = new LinkedHashMap<String, String>();
        each("province-aliases.csv", row -> aliases.put(row.getField("alias"), row.getField("former_province_code")));
        var formerCommunes =
                formerRows.values().stream().map(this::formerCommune).toList();
        return new PlaceTables(communes.values(), formerCommunes, aliases);
    }

    private FormerCommune formerCommune(List<FormerRow> rows) {
        var first = rows.getFirst();
        var successors = rows.stream().map(this::successor).distinct().toList();
        return new FormerCommune(
                first.code(), share(first.name()), district(first), successors, heir(rows, successors));
    }

    private @Nullable Commune heir(List<FormerRow> rows, List<Commune> successors) {
        if (successors.size() == 1) {
            return successors.getFirst();
        }
        var whole = rows.stream()
                .filter(row -> VietnameseText.fold(row.extent()).contains(WHOLE))
                .map(this::successor)
                .distinct()
                .toList();
        return whole.size() == 1 ? whole.getFirst() : null;
    }

    private Commune successor(FormerRow row) {
        return Objects.requireNonNull(communes.get(row.currentCode()), row.currentCode());
    }

    private FormerDistrict district(FormerRow row) {
        var province = formerProvinces.computeIfAbsent(
                row.provinceCode(),
                code -> new FormerProvince(
                        code, row.provinceName(), successor(row).province()));
        return formerDistricts.computeIfAbsent(
                row.districtCode(), code -> new FormerDistrict(code, row.districtName(), province));
    }

    private String share(String name) {
        return shared.computeIfAbsent(name, same -> same);
    }

    private static void each(String file, java.util.function.Consumer<NamedCsvRecord> consumer) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(open(file))) {
            rows.forEach(consumer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String file) {
        var stream = Objects.requireNonNull(PlaceFiles.class.getResourceAsStream(file), file);
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    private record FormerRow(
            String currentCode,
            String name,
            String code,
            String extent,
            String districtName,
            String districtCode,
            String provinceName,
            String provinceCode) {

        static FormerRow of(NamedCsvRecord row) {
            return new FormerRow(
                    row.getField("current_commune_code"),
                    row.getField("old_commune_name"),
                    row.getField("old_commune_code"),
                    row.getField("extent"),
                    row.getField("old_district_name"),
                    row.getField("old_district_code"),
                    row.getField("old_province_name"),
                    row.getField("old_province_code"));
        }

        /** Codes alone are not enough: a few areas have none, and a few share one. */
        String identity() {
            return districtCode + '/' + code + '/' + name;
        }
    }
}
