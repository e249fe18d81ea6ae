package vn.ocopmarket.storefront.browse.elastic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** Which id a slug or a SKU had when it was last looked up. */
final class KnownIds {

    private static final int MOST = 20_000;

    private final Cache<String, String> ids =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    @Nullable
    String of(String name) {
        return ids.getIfPresent(name);
    }

    void remember(String name, String id) {
        ids.put(name, id);
    }
}
