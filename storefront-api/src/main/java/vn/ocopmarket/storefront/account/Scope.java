package vn.ocopmarket.storefront.account;

/** How far a permission reaches. */
public enum Scope {
    EVERYWHERE,
    OWN_LOCATIONS,
    OWN_PROVINCES,
    OWN_PRODUCERS;

    boolean covers(StaffMember member, Where where) {
        return switch (this) {
            case EVERYWHERE -> true;
            case OWN_LOCATIONS ->
                where.location() instanceof String id && member.locations().contains(id);
            case OWN_PROVINCES ->
                where.province() instanceof String code && member.provinces().contains(code);
            case OWN_PRODUCERS ->
                where.producer() instanceof String id && member.producers().contains(id);
        };
    }
}
