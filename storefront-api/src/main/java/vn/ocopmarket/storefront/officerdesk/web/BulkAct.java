package vn.ocopmarket.storefront.officerdesk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be done to many at once, and what each act asks for. */
enum BulkAct {
    RENEWAL("renewal-requests", List.of("on", "reason"), false),
    DECISION("decisions", List.of("decision"), true),
    PAPERS("papers-checks", List.of("on", "reason"), false),
    WITHDRAWAL("withdrawals", List.of("on", "decision", "reason"), false);

    private final String name;
    private final List<String> fields;
    private final boolean file;

    BulkAct(String name, List<String> fields, boolean file) {
        this.name = name;
        this.fields = fields;
        this.file = file;
    }

    /** As the catalogue calls it. */
    String apiName() {
        return name;
    }

    public List<String> fields() {
        return fields;
    }

    /** Whether the signed decision is sent along. */
    public boolean file() {
        return file;
    }

    Map<String, Object> body(Map<String, String> said) {
        var body = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = said.getOrDefault(field, "").strip();
            if (!value.isEmpty()) {
                body.put(field, value);
            }
        }
        return body;
    }
}
