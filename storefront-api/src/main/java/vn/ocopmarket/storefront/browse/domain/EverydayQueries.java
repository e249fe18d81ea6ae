package vn.ocopmarket.storefront.browse.domain;

import java.util.List;

/** Queries as people type them, kept to see what a change of the words would do. */
public final class EverydayQueries {

    private EverydayQueries() {}

    public static List<String> all() {
        return Table.rows("everyday-queries.csv").stream().map(List::getFirst).toList();
    }
}
