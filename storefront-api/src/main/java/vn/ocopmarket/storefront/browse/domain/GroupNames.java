package vn.ocopmarket.storefront.browse.domain;

import java.util.Map;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.text.VietnameseText;

/** How people call the groups of the programme. */
final class GroupNames {

    private final Map<String, Row> byName;

    private record Row(String code, String name) {}

    private GroupNames(Map<String, Row> byName) {
        this.byName = byName;
    }

    static GroupNames read() {
        return new GroupNames(Table.rows("group-names.csv").stream()
                .map(cells -> new Row(cells.get(0), cells.get(1)))
                .collect(Collectors.toUnmodifiableMap(row -> VietnameseText.fold(row.name()), row -> row)));
    }

    /** Only when nothing else is looked for: <i>kẹo cà phê</i> is a sweet. */
    void take(Typed typed) {
        var rest = typed.rest();
        var folded = VietnameseText.fold(rest);
        var row = byName.get(folded);
        if (row != null && (rest.equalsIgnoreCase(folded) || rest.equalsIgnoreCase(row.name()))) {
            typed.note(new Reading.Group(rest, row.code()));
        }
    }
}
