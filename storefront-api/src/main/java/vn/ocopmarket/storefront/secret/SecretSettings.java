package vn.ocopmarket.storefront.secret;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What secrets are sealed with that must be read again.
 *
 * @param keys of 256 bits in Base64; the first seals, and what any of them sealed can be opened
 */
@ConfigurationProperties("ocop.secret")
record SecretSettings(@DefaultValue List<String> keys) {

    SecretSettings {
        keys = keys.stream().filter(key -> !key.isBlank()).toList();
    }

    @Override
    public String toString() {
        return "SecretSettings[" + keys.size() + " keys]";
    }
}
