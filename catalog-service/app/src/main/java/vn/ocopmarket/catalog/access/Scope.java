package vn.ocopmarket.catalog.access;

/** How far a permission reaches. */
public enum Scope {
    EVERYWHERE,
    OWN_PROVINCES,
    OWN_PRODUCERS;

    boolean covers(Caller caller, Where where) {
        return switch (this) {
            case EVERYWHERE -> true;
            case OWN_PROVINCES ->
                where.province() instanceof String code && caller.provinces().contains(code);
            case OWN_PRODUCERS ->
                where.producer() instanceof String id && caller.producers().contains(id);
        };
    }
}
