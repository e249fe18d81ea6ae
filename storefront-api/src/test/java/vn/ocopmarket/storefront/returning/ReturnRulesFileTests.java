package vn.ocopmarket.storefront.returning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.ocopmarket.storefront.returning.domain.ReturnRules.Rule;

class ReturnRulesFileTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void hasWordsForEveryReasonAndTheLawsThirtyDays() {
        var words = new ResourceBundleMessageSource();
        words.setBasenames("messages/returning");
        words.setDefaultEncoding("UTF-8");

        var rules = ReturnRulesFile.read().on(DAY);

        assertThat(rules)
                .filteredOn(rule -> rule.reason().equals("NOT_AS_DESCRIBED"))
                .extracting(Rule::days)
                .containsExactly(30);
        for (var rule : rules) {
            for (var language : new String[] {"vi", "en"}) {
                assertThat(words.getMessage("returning.reason." + rule.reason(), null, Locale.of(language)))
                        .isNotBlank();
            }
            assertThat(ReturnRulesFile.read().reasons(DAY, DAY.plusDays(rule.days())))
                    .contains(rule.reason());
            assertThat(ReturnRulesFile.read().reasons(DAY, DAY.plusDays(rule.days() + 1)))
                    .doesNotContain(rule.reason());
        }
    }
}
