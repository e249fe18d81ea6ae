package vn.ocopmarket.contract.product;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.place.PlaceRef;

/**
 * A producer as the catalogue publishes it.
 *
 * @param gln 13 digits, or null
 * @param about a few lines in the producer's words, or null
 */
public record ProducerRecord(
        String id,
        long revision,
        String slug,
        String name,
        String kind,
        @Nullable PlaceRef place,
        @Nullable String gln,
        @Nullable String about) {}
