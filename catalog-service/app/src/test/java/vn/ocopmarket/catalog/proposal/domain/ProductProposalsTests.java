package vn.ocopmarket.catalog.proposal.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals.Key;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Approved;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Kind;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Published;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Returned;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Submitted;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Superseded;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Withdrawn;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.product.ProductRecord;

class ProductProposalsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final ProductRecord PRODUCT = new ProductRecord(
            "p1",
            3,
            "dua-sap",
            "Dừa sáp",
            new ProducerRef("x", "x", "HTX", "HTX"),
            new PlaceRef("86", "Tỉnh Vĩnh Long", null, null, List.of(), null),
            new GroupRef("07", "Bánh", "Cake", "I", "Thực phẩm", "Food"),
            List.of(),
            List.of(),
            null,
            List.of(),
            null,
            null,
            List.of(),
            false,
            NOW,
            NOW);
    private static final List<ProposalState> STATES = List.of(
            new Submitted(),
            new Approved("officer", NOW),
            new Published("officer", NOW, 4),
            new Returned("officer", NOW, "Chưa đúng"),
            new Withdrawn("producer", NOW),
            new Superseded(NOW, 2));

    private static Content story(String text) {
        return new Content(text, null, List.of(), null, null, List.of());
    }

    private static ProductProposals submitted(String... stories) {
        var book = ProductProposals.none(PRODUCT);
        for (var text : stories) {
            book = book.submit(PRODUCT, story(text), "producer", NOW);
        }
        return book;
    }

    @Test
    void aNewerProposalTakesThePlaceOfTheOneBefore() {
        var book = submitted("một", "hai", "hai");

        assertThat(book.version()).isEqualTo(2);
        assertThat(book.proposals())
                .extracting(Proposal::state)
                .containsExactly(new Superseded(NOW, 2), new Submitted());
        assertThat(book.open()).map(Proposal::number).contains(2);
        assertThat(Key.parse(book.key(book.open().orElseThrow()).toString())).contains(new Key("p1", 2));
    }

    @Test
    void everyStateBecomesWhatTheTableSaysAndNothingElse() {
        for (var from : STATES) {
            for (var to : STATES) {
                var book = new ProductProposals(
                        "p1",
                        7,
                        submitted("một").about(),
                        List.of(submitted("một").proposals().getFirst().in(from)));
                var moved = book.move(book.proposals().getFirst(), to);

                if (from.kind().next().contains(to.kind())) {
                    assertThat(requireNonNull(moved).version()).isEqualTo(8);
                    assertThat(moved.proposals().getFirst().state()).isEqualTo(to);
                } else {
                    assertThat(moved).as("%s to %s", from.kind(), to.kind()).isNull();
                }
            }
        }
        assertThat(STATES).extracting(ProposalState::kind).containsExactly(Kind.values());
    }

    @Test
    void doesNotPushAsideWhatIsBeingPublished() {
        var book = submitted("một");
        var approved = requireNonNull(book.move(book.open().orElseThrow(), new Approved("officer", NOW)));

        assertThatThrownBy(() -> approved.submit(PRODUCT, story("hai"), "producer", NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forgetsTheOldestAnswers() {
        var texts = new String[60];
        for (int number = 0; number < texts.length; number++) {
            texts[number] = "bản " + number;
        }
        var book = submitted(texts);

        assertThat(book.proposals()).hasSize(40);
        assertThat(book.open()).map(Proposal::number).contains(60);
    }

    @Test
    void knowsNoStrangeKeys() {
        for (var id : List.of("", "p1", "p1-", "-1", "p1-x", "p1-99999999999", "../p1-1", "P1-1")) {
            assertThat(Key.parse(id)).as(id).isEmpty();
        }
    }
}
