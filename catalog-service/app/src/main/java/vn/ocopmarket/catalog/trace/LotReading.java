package vn.ocopmarket.catalog.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.gs1.LotNumber;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.trace.LotRecord;

/** Understands the draft of a lot, or says what is wrong with each of its fields. */
final class LotReading {

    private static final int ID_LENGTH = 14;
    private static final int LONGEST_TEXT = 300;
    private static final int MOST = 50;
    private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{2,3}");

    private final LotDraft draft;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    LotReading(LotDraft draft, LocalDate today) {
        this.draft = draft;
        this.today = today;
        check();
    }

    /** The same lot of the same variant always has the same id, so that a second try finds it. */
    static String idOf(String sku, String lot) {
        return StableIds.of("lot|" + sku + '|' + lot, ID_LENGTH);
    }

    List<FieldError> errors() {
        return errors;
    }

    /** As revision 1. Only for a draft without errors. */
    LotRecord record(ProductRecord product, Variant variant, Instant at) {
        return new LotRecord(
                idOf(draft.sku(), draft.lot()),
                1,
                product.id(),
                variant.sku(),
                variant.gtin(),
                new LotNumber(draft.lot()),
                draft.producedOn(),
                draft.bestBefore(),
                draft.quantity(),
                draft.inputs(),
                draft.standards(),
                null,
                at,
                at);
    }

    private void check() {
        if (draft.sku().isBlank()) {
            errors.add(FieldError.of("sku", "required"));
        }
        if (!isLotNumber(draft.lot())) {
            errors.add(FieldError.of("lot", "lot-number"));
        }
        checkDates();
        checkQuantity();
        if (draft.inputs().size() > MOST) {
            errors.add(FieldError.of("inputs", "too-many", MOST));
        }
        for (int i = 0; i < draft.inputs().size(); i++) {
            checkInput(i, draft.inputs().get(i));
        }
        if (draft.standards().size() > MOST) {
            errors.add(FieldError.of("standards", "too-many", MOST));
        }
        draft.standards().forEach(standard -> checkText("standards", standard));
    }

    private void checkDates() {
        var produced = draft.producedOn();
        var bestBefore = draft.bestBefore();
        if (produced != null && produced.isAfter(today)) {
            errors.add(FieldError.of("producedOn", "not-yet"));
        }
        if (produced != null && bestBefore != null && bestBefore.isBefore(produced)) {
            errors.add(FieldError.of("bestBefore", "before-production"));
        }
    }

    private void checkQuantity() {
        var quantity = draft.quantity();
        if (quantity == null) {
            return;
        }
        // Jackson fills records past the null checks of the compiler.
        if (quantity.amount() == null
                || quantity.amount().signum() <= 0
                || quantity.amount().precision() > 15) {
            errors.add(FieldError.of("quantity.amount", "positive"));
        }
        if (quantity.unit() == null || !UNIT.matcher(quantity.unit()).matches()) {
            errors.add(FieldError.of("quantity.unit", "unit"));
        }
    }

    private void checkInput(int index, LotRecord.Input input) {
        var path = "inputs[%d].".formatted(index);
        if (input.name() == null || input.name().isBlank()) {
            errors.add(FieldError.of(path + "name", "required"));
        } else {
            checkText(path + "name", input.name());
        }
        checkText(path + "origin", input.origin());
        checkText(path + "supplier", input.supplier());
        checkText(path + "lot", input.lot());
    }

    private void checkText(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            errors.add(FieldError.of(field, "too-long", LONGEST_TEXT));
        }
    }

    private static boolean isLotNumber(String text) {
        try {
            return !new LotNumber(text).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
