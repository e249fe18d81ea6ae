package vn.ocopmarket.storefront.secondfactor;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether people must have a second factor.
 *
 * @param issuer by which the app on the telephone names the account
 */
@ConfigurationProperties("ocop.second-factor")
record SecondFactorSettings(
        @DefaultValue("required") Mode mode,
        @DefaultValue("OCOP Market") String issuer) {

    /** For those whose role matters most. */
    enum Mode {
        REQUIRED,
        OFFERED
    }
}
