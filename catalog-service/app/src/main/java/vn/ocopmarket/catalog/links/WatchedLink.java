package vn.ocopmarket.catalog.links;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.trace.LinkAnswer;

/**
 * The address of a product's trace page elsewhere.
 *
 * @param answer the last one, or null before the first
 * @param failures how many times in a row it gave nothing to read
 */
public record WatchedLink(
        String productId,
        String productName,
        String producerId,
        String provinceCode,
        String url,
        @Nullable LinkAnswer answer,
        int failures) {}
