package vn.ocopmarket.storefront.wording.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupRulesTests {

    private static final Wording KNOWN = Wording.draft("k", group("Heo", "lợn", "trư"), "o", Instant.EPOCH);
    private static final GroupRules RULES = new GroupRules("ngon"::equals, List.of(KNOWN));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "khoai mì, sắn dây|",
                "heo, lợn, trư, heo rừng|",
                "mắc-ca, macca|",
                "heo|too-few",
                "|too-few",
                "heo rừng, HEO RỪNG|twice",
                "nón, non|only-accents",
                "rổ, ngon|means-nothing",
                "rổ, ở|means-nothing",
                "rổ, OCOP|means-nothing",
                "rổ, thúng <b>|not-a-word",
                "rổ, --|not-a-word",
                "rổ, một hai ba bốn năm sáu|too-long",
                "LON, heo|known"
            })
    void saysWhatIsWrongWithTheWords(String words, String reason) {
        var group = words == null ? group() : group(words.split(","));
        assertThat(RULES.faults(group))
                .extracting(GroupRules.Fault::reason)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void saysWhatIsTooMuch() {
        var many = IntStream.range(0, GroupRules.MOST_WORDS + 1)
                .mapToObj(number -> "từ" + number)
                .toArray(String[]::new);
        assertThat(RULES.faults(group(many)))
                .extracting(GroupRules.Fault::reason)
                .containsExactly("too-many");
        var note = String.join("", Collections.nCopies(GroupRules.LONGEST_TEXT + 1, "x"));
        assertThat(RULES.faults(new WordGroup(List.of("rổ", "rá"), "", "", note)))
                .extracting(GroupRules.Fault::field)
                .containsExactly("note");
    }

    @Test
    void takesAWordIntoNoMoreThanFiveGroups() {
        var three = IntStream.range(0, 3)
                .mapToObj(at -> Wording.draft("g" + at, group("rổ", "từ" + at), "o", Instant.EPOCH))
                .toList();
        var four = new ArrayList<>(three);
        var _ = four.add(Wording.draft("g3", group("RO", "thúng"), "o", Instant.EPOCH));

        assertThat(new GroupRules("ngon"::equals, three).faults(group("rổ", "rá")))
                .isEmpty();
        assertThat(new GroupRules("ngon"::equals, four).faults(group("rổ", "rá")))
                .containsExactly(new GroupRules.Fault("words", "in-many", "rổ"));
    }

    @Test
    void letsAGroupHaveMoreThanAnother() {
        assertThat(KNOWN.has("LON")).isTrue();
        assertThat(KNOWN.has("bò")).isFalse();
        assertThat(KNOWN.published("o", Instant.EPOCH).mayChange()).isFalse();
        assertThat(KNOWN.published("o", Instant.EPOCH)
                        .takenBack("o", Instant.EPOCH)
                        .mayChange())
                .isTrue();
    }

    private static WordGroup group(String... words) {
        return new WordGroup(Arrays.asList(words), "", "", "");
    }
}
