package vn.ocopmarket.bench.rebuild;

import java.util.List;
import vn.ocopmarket.bench.Requests;

/** Searches whose answers no change of a price changes. */
final class Questions {

    static final List<String> ALL = List.of(
            "facets=none",
            "group=09",
            "q=" + Requests.parameter("nước mắm cá cơm"),
            "q=" + Requests.parameter("cà phê") + "&stars=5");

    private Questions() {}
}
