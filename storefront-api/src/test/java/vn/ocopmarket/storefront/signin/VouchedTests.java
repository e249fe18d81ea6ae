package vn.ocopmarket.storefront.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class VouchedTests {

    @Test
    void takesNoLevelForTwoFactorsWhereACommaTooManyStands() {
        var settings = new OidcSettings("https://id.example", "us", "", null, new HashSet<>(Arrays.asList("gold", "")));
        var levels = settings.secondFactorLevels();

        assertThat(vouched("gold").byTwoFactors(levels)).isTrue();
        assertThat(vouched("silver").byTwoFactors(levels)).isFalse();
        assertThat(vouched("").byTwoFactors(levels)).as("says nothing").isFalse();
    }

    private static Vouched vouched(String level) {
        return new Vouched("a@sample.test", true, List.of("pwd"), level);
    }
}
