package vn.ocopmarket.storefront.officerdesk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ocopmarket.storefront.desk.Question;

/** What the address of a list says. */
record ListFilter(
        @Nullable String province,
        @Nullable String list,
        @Nullable String commune,
        @Nullable String group,
        @Nullable String producer,
        @Nullable String q,
        @Nullable String sort,
        @Nullable Integer page) {

    static final List<String> LISTS = List.of(
            "ALL",
            "DUE_180",
            "DUE_120",
            "DUE_90",
            "DUE_30",
            "LATE",
            "EXTENDED",
            "EXPIRED",
            "SUSPENDED",
            "WITHDRAWN",
            "NONE");
    static final List<String> SORTS = List.of("ENDS", "NAME", "PRODUCER", "STARS");

    private static final String PATH = "/staff/certificates";

    public String listOrAll() {
        return list != null && LISTS.contains(list) ? list : "ALL";
    }

    public String sortOrFirst() {
        return sort != null && SORTS.contains(sort) ? sort : "ENDS";
    }

    Question question(String path) {
        return Question.get(path)
                .with("province", province)
                .with("list", listOrAll())
                .with("commune", commune)
                .with("group", group)
                .with("producer", producer)
                .with("q", q)
                .with("sort", sortOrFirst());
    }

    /** The same with another list. */
    public String listLink(String other) {
        return address(PATH, other).build().toUriString();
    }

    /** The same as a file. */
    public String fileLink(String type) {
        return address(PATH + "/export." + type, listOrAll()).build().toUriString();
    }

    /** The same, up to the number of the page. */
    public String pageLink() {
        return address(PATH, listOrAll()).queryParam("page", "").build().toUriString();
    }

    private UriComponentsBuilder address(String path, String other) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "province", province);
        address.queryParam("list", other);
        add(address, "commune", commune);
        add(address, "group", group);
        add(address, "producer", producer);
        add(address, "q", q);
        add(address, "sort", sort);
        return address.encode();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, value);
        }
    }
}
