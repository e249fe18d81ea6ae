package vn.ocopmarket.catalog.proposal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;

class ComparisonTests {

    private static final Content BASE = content("Chuyện cũ", pack("A", "Hộp", 10_000), pack("B", "Túi", 20_000));

    private static Content content(@Nullable String story, Variant... packs) {
        return new Content(story, null, List.of(), null, null, List.of(packs));
    }

    private static Variant pack(String sku, String label, long price) {
        return new Variant(sku, null, label, "500 g", Money.dong(price), TaxClass.PROCESSED_FOOD);
    }

    private static FieldRef of(EditableField field, @Nullable String sku) {
        return new FieldRef(field, sku);
    }

    @Test
    void namesEachFieldThatIsNotTheSame() {
        var other = content("Chuyện mới", pack("A", "Hộp lớn", 12_000), pack("C", "Lọ", 5_000));

        assertThat(Comparison.changed(BASE, other))
                .containsExactly(
                        of(EditableField.STORY, null),
                        of(EditableField.PACK_NAME, "A"),
                        of(EditableField.PRICE, "A"),
                        of(EditableField.REMOVED_PACK, "B"),
                        of(EditableField.NEW_PACK, "C"));
        assertThat(Comparison.changed(BASE, BASE)).isEmpty();
    }

    @Test
    void takesPricesAtOnceAndNothingElse() {
        var wanted = content("Chuyện mới", pack("A", "Hộp lớn", 12_000), pack("C", "Lọ", 5_000));

        assertThat(Comparison.take(BASE, wanted, ref -> !ref.isReviewed()))
                .isEqualTo(content("Chuyện cũ", pack("A", "Hộp", 12_000), pack("B", "Túi", 20_000)));
    }

    @Test
    void mergesIntoWhatOthersChangedElsewhere() {
        var wanted = content("Chuyện mới", pack("A", "Hộp lớn", 10_000), pack("C", "Lọ", 5_000));
        var current = new Content(
                "Chuyện cũ",
                null,
                List.of(new Media("/media/x", "Vườn", null)),
                null,
                null,
                List.of(pack("A", "Hộp", 15_000), pack("B", "Túi", 20_000), pack("D", "Bao", 1_000)));

        assertThat(Comparison.collisions(BASE, wanted, current)).isEmpty();
        assertThat(Comparison.merged(BASE, wanted, current))
                .isEqualTo(new Content(
                        "Chuyện mới",
                        null,
                        current.media(),
                        null,
                        null,
                        List.of(pack("A", "Hộp lớn", 15_000), pack("D", "Bao", 1_000), pack("C", "Lọ", 5_000))));
    }

    @Test
    void tellsWhereTwoChangedTheSame() {
        var wanted = content("Chuyện của nhà", pack("A", "Hộp lớn", 10_000), pack("B", "Túi", 20_000));
        var current = content("Chuyện của tỉnh", pack("A", "Hộp", 10_000), pack("B", "Túi", 20_000));

        assertThat(Comparison.collisions(BASE, wanted, current)).containsExactly(of(EditableField.STORY, null));
        assertThat(Comparison.collisions(BASE, wanted, wanted)).isEmpty();
    }

    @Test
    void collidesWithAPackThatIsGoneOrSomethingElse() {
        var renamed = content("Chuyện cũ", pack("A", "Hộp lớn", 10_000), pack("B", "Túi", 20_000), pack("C", "Lọ", 1));
        var gone = content("Chuyện cũ", pack("B", "Túi", 20_000), pack("C", "Bao", 1));

        assertThat(Comparison.collisions(BASE, renamed, gone))
                .containsExactly(of(EditableField.PACK_NAME, "A"), of(EditableField.NEW_PACK, "C"));
    }

    @Test
    void theDecisionSaysWhatTheTableSays() throws IOException {
        var decision = Files.readString(Path.of("..", "..", "docs", "adr", "0008-producers-propose.md"));

        assertThat(decision.lines().filter(line -> line.endsWith("AT_ONCE |") || line.endsWith("BEFORE_DISPLAY |")))
                .containsExactlyElementsOf(Arrays.stream(EditableField.values())
                        .map(field -> "| %s | %s |".formatted(field, field.review()))
                        .toList());
    }
}
