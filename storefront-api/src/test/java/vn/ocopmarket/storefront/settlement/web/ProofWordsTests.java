package vn.ocopmarket.storefront.settlement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.ocopmarket.storefront.settlement.domain.Finding.Rule;

class ProofWordsTests {

    @ParameterizedTest
    @EnumSource
    void sayEveryRuleInBothLanguages(Rule rule) {
        var words = new ResourceBundleMessageSource();
        words.setBasenames("messages/settlement");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);

        var key = "settlement.proof.rule." + rule;
        assertThat(words.getMessage(key, null, Locale.of("vi")))
                .isNotBlank()
                .isNotEqualTo(words.getMessage(key, null, Locale.ENGLISH));
    }
}
