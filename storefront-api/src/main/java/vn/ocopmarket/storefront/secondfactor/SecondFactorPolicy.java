package vn.ocopmarket.storefront.secondfactor;

import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;

/** Who must have a second factor: those who decide about stars, stock, money or accounts. Everybody else of staff may. */
public final class SecondFactorPolicy {

    private final boolean required;
    private final boolean possible;

    SecondFactorPolicy(boolean required, boolean possible) {
        this.required = required;
        this.possible = possible;
    }

    public boolean requiresOf(StaffMember member) {
        return required && isMeant(member);
    }

    /** Whether the role would have to, were it required here. */
    public boolean isMeant(StaffMember member) {
        return member.roles().stream().anyMatch(SecondFactorPolicy::isMeant);
    }

    /** False where this market has no key to seal secrets with. */
    public boolean isPossible() {
        return possible;
    }

    private static boolean isMeant(Role role) {
        return switch (role) {
            case OCOP_OFFICER, TRADE_OFFICER, INSPECTOR, POS_MANAGER, ADMINISTRATOR -> true;
            case BUYER, PRODUCER, POS_STAFF, SERVICE -> false;
        };
    }
}
