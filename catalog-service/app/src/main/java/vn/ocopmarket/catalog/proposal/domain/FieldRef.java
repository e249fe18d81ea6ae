package vn.ocopmarket.catalog.proposal.domain;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.proposal.domain.EditableField.Review;

/**
 * One field of a product.
 *
 * @param sku of the pack that it belongs to, or null
 */
public record FieldRef(EditableField field, @Nullable String sku) {

    static FieldRef of(EditableField field) {
        return new FieldRef(field, null);
    }

    public boolean isReviewed() {
        return field.review() == Review.BEFORE_DISPLAY;
    }
}
