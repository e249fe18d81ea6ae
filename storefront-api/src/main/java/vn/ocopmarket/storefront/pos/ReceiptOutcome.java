package vn.ocopmarket.storefront.pos;

import java.util.List;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;

/** What came of receiving a delivery. */
public sealed interface ReceiptOutcome {

    /** It is in stock and in the ledger. */
    record Received(ProductRecord product, Variant variant, long quantity) implements ReceiptOutcome {}

    /** Nothing was received. */
    sealed interface ReceiptRefused extends ReceiptOutcome {}

    /** No product has this code. */
    record UnknownProduct(String code) implements ReceiptRefused {}

    /** The code names a product with several variants; one has to be chosen. */
    record WhichVariant(String name, List<Variant> variants) implements ReceiptRefused {

        public WhichVariant {
            variants = List.copyOf(variants);
        }
    }

    /** The same delivery was already received with other goods. */
    record AlreadyUsed() implements ReceiptRefused {}
}
