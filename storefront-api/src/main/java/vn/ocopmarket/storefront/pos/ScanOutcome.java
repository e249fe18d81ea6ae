package vn.ocopmarket.storefront.pos;

import java.util.List;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.pos.domain.Draft;
import vn.ocopmarket.storefront.pos.domain.SaleLine;

/** What came of a scan. */
public sealed interface ScanOutcome {

    /**
     * It is on the sale.
     *
     * @param recalled units here of a lot that was called back, so that the pack has to be looked at
     */
    record Scanned(Draft draft, SaleLine line, long recalled) implements ScanOutcome {}

    /** No product has this code. */
    record UnknownCode(String code) implements ScanOutcome {}

    /** The code names a product with several variants; one has to be chosen. */
    record SeveralVariants(String name, List<Variant> variants) implements ScanOutcome {

        public SeveralVariants {
            variants = List.copyOf(variants);
        }
    }

    /** It may not be sold today. */
    record NotForSale(String name, String label, List<Reason> reasons) implements ScanOutcome {

        public NotForSale {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * By the books this location has no more of it that may be sold.
     *
     * @param recalled units here of a lot that was called back
     */
    record NotInStock(String name, String label, long available, long recalled) implements ScanOutcome {}
}
