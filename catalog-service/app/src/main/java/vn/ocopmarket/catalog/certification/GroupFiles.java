package vn.ocopmarket.catalog.certification;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.text.VietnameseText;

/** Reads the group tables that ship with the service. */
final class GroupFiles {

    private GroupFiles() {}

    static ProductGroups read() {
        var branches = new HashMap<String, NamedCsvRecord>();
        var groups = new HashMap<String, ProductGroup>();
        var names = new HashMap<String, String>();
        rows("branches.csv").forEach(branch -> {
            branches.put(branch.getField("code"), branch);
            groups.put(branch.getField("code"), group(branch, branch));
        });
        rows("groups.csv").forEach(row -> {
            groups.put(row.getField("code"), group(row, Objects.requireNonNull(branches.get(row.getField("branch")))));
            names.put(key(row.getField("name_en")), row.getField("code"));
        });
        var numbers = new HashMap<String, String>();
        rows("groups-by-version.csv").forEach(row -> {
            numbers.put(row.getField("version") + '/' + row.getField("number"), row.getField("current_code"));
            names.put(key(row.getField("name")), row.getField("current_code"));
        });
        rows("group-aliases.csv")
                .forEach(row -> names.putIfAbsent(key(row.getField("alias")), row.getField("current_code")));
        branches.forEach((code, branch) -> nameBranch(names, code, branch));
        return new ProductGroups(Map.copyOf(groups), Map.copyOf(names), Map.copyOf(numbers), versions());
    }

    /** A branch with one group only shares its name with it: the group says more. */
    private static void nameBranch(Map<String, String> names, String code, NamedCsvRecord branch) {
        names.putIfAbsent(key(branch.getField("name")), code);
        names.putIfAbsent(key(branch.getField("name_en")), code);
        names.putIfAbsent(key(code), code);
    }

    static String key(String words) {
        return VietnameseText.slug(words);
    }

    private static ProductGroup group(NamedCsvRecord row, NamedCsvRecord branch) {
        var ref = new GroupRef(
                row.getField("code"),
                row.getField("name"),
                row.getField("name_en"),
                branch.getField("code"),
                branch.getField("name"),
                branch.getField("name_en"));
        var notices = row.getField("notices");
        return new ProductGroup(
                ref,
                TaxClass.valueOf(row.getField("tax_class")),
                notices.isEmpty() ? List.of() : List.of(notices.split(" ")));
    }

    private static List<CriteriaVersion> versions() {
        return rows("criteria-versions.csv").stream()
                .map(row -> new CriteriaVersion(
                        row.getField("version"),
                        row.getField("decision"),
                        LocalDate.parse(row.getField("valid_from")),
                        row.getField("valid_to").isEmpty() ? null : LocalDate.parse(row.getField("valid_to"))))
                .toList();
    }

    private static List<NamedCsvRecord> rows(String file) {
        var stream = Objects.requireNonNull(GroupFiles.class.getResourceAsStream(file), file);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
