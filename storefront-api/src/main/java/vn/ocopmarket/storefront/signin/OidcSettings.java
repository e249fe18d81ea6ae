package vn.ocopmarket.storefront.signin;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenID Connect provider with which staff may sign in.
 *
 * @param issuer its address, exactly as it names itself; empty for none
 * @param name by which people know it
 * @param secondFactorLevels values of {@code acr} that mean two factors at this provider
 */
@ConfigurationProperties("ocop.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @Nullable String name,
        @DefaultValue Set<String> secondFactorLevels) {

    public OidcSettings {
        // Who names no level has an empty one, which a comma too many must not let count.
        secondFactorLevels =
                secondFactorLevels.stream().filter(level -> !level.isBlank()).collect(Collectors.toUnmodifiableSet());
        if (!issuer.isEmpty() && clientId.isEmpty()) {
            throw new IllegalArgumentException("OIDC_ISSUER is set, but OIDC_CLIENT_ID is not");
        }
    }

    public boolean isConfigured() {
        return !issuer.isEmpty();
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
