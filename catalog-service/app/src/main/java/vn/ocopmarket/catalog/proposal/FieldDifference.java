package vn.ocopmarket.catalog.proposal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.proposal.domain.EditableField;
import vn.ocopmarket.contract.product.Media;

/**
 * How one field is to change, for a person to read.
 *
 * @param sku of the pack that it belongs to, or null
 * @param pack its name, or null
 * @param pieces its text, in order, with what goes and what comes
 * @param picturesBefore those that are shown now
 * @param picturesAfter those that are to be shown
 */
public record FieldDifference(
        EditableField field,
        @Nullable String sku,
        @Nullable String pack,
        List<Piece> pieces,
        List<Media> picturesBefore,
        List<Media> picturesAfter) {

    public FieldDifference {
        pieces = List.copyOf(pieces);
        picturesBefore = List.copyOf(picturesBefore);
        picturesAfter = List.copyOf(picturesAfter);
    }

    /** A stretch of text. */
    public record Piece(Kind kind, String text) {}

    /** What becomes of it. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }
}
