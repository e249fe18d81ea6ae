package vn.ocopmarket.storefront.browse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingsTests {

    private final Wordings wordings = Wordings.published();

    @Test
    void keepsTogetherWhatMeansSomethingTogether() {
        assertThat(texts(wordings.read("dầu đậu phộng Tiên Phước"))).containsExactly("dầu đậu phộng", "Tiên", "Phước");
        assertThat(othersOf("đậu phộng")).contains("lạc");
        assertThat(othersOf("dau phong")).as("without accents").contains("lạc");
    }

    @Test
    void knowsEverydayNamesOfGroupsAndFormerSpellingsOfPlaces() {
        assertThat(meaning("gia vị").groups()).containsExactly("09", "10");
        assertThat(meaning("dac lac").places()).containsExactly("Đắk Lắk");
    }

    @Test
    void needsNoPraiseToBeFoundUnlessThereIsNothingElse() {
        var wanted = wordings.read("đặc sản Bến Tre làm quà");
        assertThat(wanted.text()).isEqualTo("Bến Tre");
        assertThat(wanted.extra()).isEqualTo("đặc sản làm quà");
        assertThat(texts(wordings.read("đặc sản"))).containsExactly("đặc sản");
    }

    @Test
    void understandsTheSameWithAndWithoutAccents() {
        for (var typed : List.of("Rượu cần Tây Nguyên", "trà thảo mộc", "mắc-ca", "thịt heo ngon", "ĐẬU PHỘNG")) {
            var plain = wordings.read(vn.ocopmarket.contract.text.VietnameseText.fold(typed));
            assertThat(wordings.read(typed).core())
                    .extracting(Unit::folded)
                    .isEqualTo(plain.core().stream().map(Unit::folded).toList());
            assertThat(wordings.read(typed).core())
                    .extracting(Unit::meaning)
                    .isEqualTo(plain.core().stream().map(Unit::meaning).toList());
        }
    }

    @Test
    void seesAllWordsInOneTextWhereverTheyStand() {
        assertThat(wordings.read("trà sen").standsIn("Trà ướp hương Sen Tây Hồ"))
                .isTrue();
        assertThat(wordings.read("che sen").standsIn("TRÀ (sen)"))
                .as("said otherwise")
                .isTrue();
        assertThat(wordings.read("trà sen").standsIn("Trà đen senna")).isFalse();
    }

    @Test
    void putsKnownWordsRightByOneLetter() {
        assertThat(wordings.near("muoi tm")).extracting(Wordings.Near::words).contains("muoi tom");
        assertThat(wordings.near("hoa qả tươi Hà Nội"))
                .extracting(Wordings.Near::words)
                .contains("hoa quả tươi Hà Nội");
        assertThat(wordings.near("muối tôm")).as("an accent is no slip").isEmpty();
        assertThat(wordings.near("me gat deo me")).as("words may be twice").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mam, man, true",
        "mam, mamm, true",
        "mam, ma, true",
        "mam, amm, true",
        "mam, mam, false",
        "mam, mum t, false",
        "mam, amn, false",
        "dieu, ideu, true",
        "a, b, true"
    })
    void tellsOneSlipFromMore(String one, String other, boolean isOne) {
        assertThat(Spelling.isOneSlip(one, other)).isEqualTo(isOne);
        assertThat(Spelling.isOneSlip(other, one)).isEqualTo(isOne);
    }

    @Test
    void leavesKnownWordsAlone() {
        for (var known : List.of("sầu riêng", "khô bò", "nước mắm")) {
            assertThat(wordings.nearAsAWhole(known)).as(known).isEmpty();
        }
        assertThat(wordings.nearAsAWhole("muoi tm")).contains("muoi tom");
        assertThat(wordings.read("-").core()).extracting(Unit::text).containsExactly("-");
    }

    @Test
    void guessesTheWordThatMostProductsSay() {
        var guesses = new Guesses(wordings.read("nuoc mom phu quoc"));
        Stream.of("Nước mắm Phú Quốc", "Nước mắm Phú Quốc Khải Hoàn", "Nước mơ Phú Quốc")
                .forEach(name -> guesses.vote(List.of(name), 0));
        assertThat(guesses.best(2)).containsExactly("nuoc mam phu quoc", "nuoc mo phu quoc");
        assertThat(Guesses.spelled("nuoc mam phu quoc", List.of("Nước mắm Phú Quốc")))
                .isEqualTo("nước mắm phú quốc");
    }

    @Test
    void finishesTheLastWordAndNeverRepeatsOne() {
        var unfinished = new Guesses(wordings.read("khô ếc"));
        unfinished.vote(List.of("Khô ếch Minh Nhựt"), 0);
        assertThat(unfinished.best(1)).containsExactly("khô ếch");
        var doubled = new Guesses(wordings.read("cá xa"));
        doubled.vote(List.of("Cá sa"), 0);
        doubled.vote(List.of("Cá kho"), 0);
        assertThat(doubled.best(5)).containsExactly("cá sa");
    }

    private static List<String> texts(Wanted wanted) {
        return wanted.core().stream().map(Unit::text).toList();
    }

    private List<String> othersOf(String words) {
        return meaning(words).others().stream().map(Meaning.Other::words).toList();
    }

    private Meaning meaning(String words) {
        return Objects.requireNonNull(wordings.read(words).core().getFirst().meaning(), words);
    }
}
