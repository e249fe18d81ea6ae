package vn.ocopmarket.storefront.trace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.trace.LinkAnswer;

/** The last answers of trace pages elsewhere, in memory: a hundred bytes each, and wanted on every page of a product. */
public final class KnownLinks {

    private final Map<String, LinkAnswer> byProduct = new ConcurrentHashMap<>();

    /** With nothing in it. */
    public KnownLinks() {}

    void learn(LinkAnswer answer) {
        byProduct.put(answer.productId(), answer);
    }

    /** Null when that address was never asked. */
    public @Nullable LinkAnswer of(String productId, @Nullable String url) {
        var answer = byProduct.get(productId);
        return answer != null && answer.url().equals(url) ? answer : null;
    }
}
