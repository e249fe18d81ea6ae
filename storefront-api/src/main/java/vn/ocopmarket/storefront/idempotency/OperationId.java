package vn.ocopmarket.storefront.idempotency;

/** The id of the operation that a key stands for: the same at every try, so what it does can be done once. */
public final class OperationId {

    /** The request attribute that holds it; absent for a request without a key. */
    public static final String ATTRIBUTE = "ocop.operationId";

    private OperationId() {}
}
