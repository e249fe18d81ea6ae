package vn.ocopmarket.catalog.certification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * The directory of groups. A group is found by its name in any criteria version, by its number in the version in force on a
 * day, or by the bare name of its branch; the last gives a group whose code is the branch code, since no more is known.
 */
public final class ProductGroups {

    private static final String UNCLASSIFIED = "0";
    private static final Pattern NUMBERED = Pattern.compile("^(?:nhom|bo|bo so|group)?\\s*(\\d{1,2})$");

    private final Map<String, ProductGroup> byCode;
    private final Map<String, String> codesByName;
    private final Map<String, String> codesByNumber;
    private final Collection<CriteriaVersion> versions;

    ProductGroups(
            Map<String, ProductGroup> byCode,
            Map<String, String> codesByName,
            Map<String, String> codesByNumber,
            Collection<CriteriaVersion> versions) {
        this.byCode = byCode;
        this.codesByName = codesByName;
        this.codesByNumber = codesByNumber;
        this.versions = versions;
    }

    /** Reads the tables that ship with the service. */
    public static ProductGroups load() {
        return GroupFiles.read();
    }

    /** For products whose list says nothing of a group. */
    public ProductGroup unclassified() {
        return byCode(UNCLASSIFIED).orElseThrow();
    }

    public Optional<ProductGroup> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The current group that the words come to.
     *
     * @param words name or number of a group, or name of a branch
     * @param day of the decision, which tells the criteria version that a number belongs to
     */
    public Optional<ProductGroup> find(String words, LocalDate day) {
        var key = GroupFiles.key(words);
        var numbered = NUMBERED.matcher(VietnameseText.fold(words));
        if (numbered.matches()) {
            var number = numbered.group(1).length() == 1 ? "0" + numbered.group(1) : numbered.group(1);
            return Optional.ofNullable(codesByNumber.get(versionOn(day) + '/' + number))
                    .flatMap(this::byCode);
        }
        return Optional.ofNullable(codesByName.get(key)).flatMap(this::byCode);
    }

    /** The criteria version in force on a day; days before the first one count to the first. */
    public String versionOn(LocalDate day) {
        return versions.stream()
                .filter(version -> !day.isBefore(version.validFrom()))
                .reduce((_, later) -> later)
                .orElseGet(() -> versions.iterator().next())
                .version();
    }
}
