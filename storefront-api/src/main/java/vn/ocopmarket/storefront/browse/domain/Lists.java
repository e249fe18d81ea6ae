package vn.ocopmarket.storefront.browse.domain;

import java.util.List;
import java.util.stream.Stream;

/** Lists made of others. */
final class Lists {

    private Lists() {}

    static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    static <T> List<T> without(List<T> all, int at) {
        return Stream.concat(all.subList(0, at).stream(), all.subList(at + 1, all.size()).stream())
                .toList();
    }
}
