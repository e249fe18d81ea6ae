package vn.ocopmarket.storefront.producerdesk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Media;

/**
 * What a producer wants changed, as the catalogue tells of it.
 *
 * @param state such as {@code SUBMITTED}
 * @param answer what became of it, or null while it waits
 * @param wanted all that there would be were it published now; lists leave it out
 */
public record Proposal(
        String id,
        String productId,
        About product,
        long revision,
        String by,
        Instant at,
        String state,
        @Nullable Answer answer,
        List<Difference> differences,
        @Nullable Content wanted) {

    /** Whether it waits to be read. */
    public boolean isOpen() {
        return state.equals("SUBMITTED");
    }

    /** Whether an officer wants it otherwise. */
    public boolean isReturned() {
        return state.equals("RETURNED");
    }

    /** The product it is about. */
    public record About(String slug, String name, String producerId, String producerName, String provinceCode) {}

    /**
     * What became of it.
     *
     * @param reason why it was returned, or null
     */
    public record Answer(
            @Nullable String by,
            Instant at,
            @Nullable String reason,
            @Nullable Long revision,
            @Nullable String newer) {}

    /**
     * How one field is to change.
     *
     * @param field such as {@code STORY}
     * @param pack name of the pack that it belongs to, or null
     */
    public record Difference(
            String field,
            @Nullable String sku,
            @Nullable String pack,
            List<Piece> pieces,
            List<Media> picturesBefore,
            List<Media> picturesAfter) {}

    /**
     * A stretch of text.
     *
     * @param kind {@code SAME}, {@code REMOVED} or {@code ADDED}
     */
    public record Piece(String kind, String text) {}

    /** A page of them. */
    public record Page(List<Proposal> items, @Nullable String next) {}
}
