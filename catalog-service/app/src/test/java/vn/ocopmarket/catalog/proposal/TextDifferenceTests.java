package vn.ocopmarket.catalog.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.catalog.proposal.FieldDifference.Kind.ADDED;
import static vn.ocopmarket.catalog.proposal.FieldDifference.Kind.REMOVED;
import static vn.ocopmarket.catalog.proposal.FieldDifference.Kind.SAME;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.catalog.proposal.FieldDifference.Kind;
import vn.ocopmarket.catalog.proposal.FieldDifference.Piece;

class TextDifferenceTests {

    private static String side(List<Piece> pieces, Kind other) {
        return pieces.stream()
                .filter(piece -> piece.kind() != other)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void marksTheWordsThatChanged() {
        assertThat(TextDifference.between("Dừa sáp ở Trà Vinh.\nRất dẻo.", "Dừa sáp ở Vĩnh Long.\nRất dẻo."))
                .containsExactly(
                        new Piece(SAME, "Dừa sáp ở "),
                        new Piece(REMOVED, "Trà Vinh"),
                        new Piece(ADDED, "Vĩnh Long"),
                        new Piece(SAME, ".\nRất dẻo."));
    }

    @Test
    void doesNotScatterWordsOverTextsThatHaveNothingInCommon() {
        assertThat(TextDifference.between("một hai ba bốn.", "năm sáu, bảy tám."))
                .containsExactly(
                        new Piece(REMOVED, "một hai ba bốn"),
                        new Piece(ADDED, "năm sáu, bảy tám"),
                        new Piece(SAME, "."));
    }

    @Test
    void tellsWhatIsNewAndWhatIsGone() {
        assertThat(TextDifference.between("", "Mới")).containsExactly(new Piece(ADDED, "Mới"));
        assertThat(TextDifference.between("Cũ", "")).containsExactly(new Piece(REMOVED, "Cũ"));
        assertThat(TextDifference.between("Như cũ", "Như cũ")).containsExactly(new Piece(SAME, "Như cũ"));
        assertThat(TextDifference.between("", "")).isEmpty();
    }

    @Test
    void losesNothingOfEitherText() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var before = words(random, random.nextInt(40));
            var after = words(random, random.nextInt(40));
            var pieces = TextDifference.between(before, after);

            assertThat(side(pieces, ADDED)).isEqualTo(before);
            assertThat(side(pieces, REMOVED)).isEqualTo(after);
        }
    }

    private static String words(Random random, int number) {
        return random.ints(number, 0, 6)
                .mapToObj(word ->
                        List.of("dừa ", "sáp ", "\n", "ngon, ", "  ", "Cầu Kè.").get(word))
                .collect(Collectors.joining());
    }

    @Test
    void doesNotTakeLongForLongTextsWithNothingInCommon() {
        var before = words(new Random(1), 6_000);
        var after = before.replace("dừa", "xoài").replace("sáp", "cát");

        var pieces = Assertions.assertTimeout(Duration.ofSeconds(10), () -> TextDifference.between(before, after));
        assertThat(side(pieces, REMOVED)).isEqualTo(after);
    }
}
