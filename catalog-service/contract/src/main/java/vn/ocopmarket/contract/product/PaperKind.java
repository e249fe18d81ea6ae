package vn.ocopmarket.contract.product;

/** Papers that a product may need for its sale. */
public enum PaperKind {
    QUALITY_DECLARATION,
    FOOD_SAFETY_CERTIFICATE,
    TEST_RESULT,
    ALCOHOL_LICENCE
}
