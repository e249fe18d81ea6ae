package vn.ocopmarket.storefront.browse.elastic;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which id a slug or a SKU had when it was last looked up; when full it starts afresh, which costs a search each. */
final class KnownIds {

    private static final int MOST = 20_000;

    private final ConcurrentHashMap<String, String> ids = new ConcurrentHashMap<>();

    @Nullable
    String of(String name) {
        return ids.get(name);
    }

    void remember(String name, String id) {
        if (ids.size() >= MOST) {
            ids.clear();
        }
        var _ = ids.put(name, id);
    }
}
