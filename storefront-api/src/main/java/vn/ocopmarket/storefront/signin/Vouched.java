package vn.ocopmarket.storefront.signin;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the configured provider says of somebody.
 *
 * @param verified whether the provider knows that the address is theirs
 * @param methods by which they proved who they are (RFC 8176)
 * @param level of assurance in the provider's own words; may be empty
 */
public record Vouched(String email, boolean verified, List<String> methods, String level) {

    private static final Set<String> KNOWN = Set.of("pwd", "pin", "kba");
    private static final Set<String> OWNED = Set.of("otp", "hwk", "swk", "sms", "tel", "sc", "fpt", "face", "iris");

    public Vouched {
        email = email.strip().toLowerCase(Locale.ROOT);
        methods = List.copyOf(methods);
    }

    /** @param levels that mean two factors at this provider */
    boolean byTwoFactors(Collection<String> levels) {
        return methods.contains("mfa") || hasOneOf(KNOWN) && hasOneOf(OWNED) || levels.contains(level);
    }

    private boolean hasOneOf(Set<String> some) {
        var both = new HashSet<>(methods);
        both.retainAll(some);
        return !both.isEmpty();
    }
}
