package vn.ocopmarket.storefront.lotdesk.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.gs1.LotNumber;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.pos.ProductsByHand;

/** The desk of lots opens to nobody who does not keep the product's lots, though the catalogue would show them. */
class LotPagesTests {

    private static final ProductRecord PRODUCT =
            ProductsByHand.product("SKU1", "Nước mắm", 90_000, LocalDate.of(2030, 1, 1));
    private static final LotRecord LOT = new LotRecord(
            "lot1",
            1,
            PRODUCT.id(),
            "SKU1",
            null,
            new LotNumber("L1"),
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            Instant.EPOCH,
            Instant.EPOCH);

    @Test
    void showsLotsToWhoKeepsThem() {
        for (var member : List.of(
                member(Role.PRODUCER, "", PRODUCT.producer().id()),
                member(Role.OCOP_OFFICER, PRODUCT.place().provinceCode(), ""),
                member(Role.ADMINISTRATOR, "", ""))) {
            assertThat(listed(member)).isEqualTo("lotdesk/lots");
            assertThat(requireNonNull(pages(member).one("lot1", Locale.ENGLISH).block())
                            .view())
                    .isEqualTo("lotdesk/lot");
        }
    }

    @Test
    void hidesLotsOfOtherProducersAndProvinces() {
        for (var member : List.of(member(Role.PRODUCER, "", "another"), member(Role.OCOP_OFFICER, "79", ""))) {
            assertThat(listed(member)).isEqualTo("lotdesk/choose");
            var one = pages(member).one("lot1", Locale.ENGLISH);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(one::block)
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(404));
        }
    }

    private static Object listed(StaffMember member) {
        return requireNonNull(requireNonNull(
                        pages(member).list(PRODUCT.slug(), Locale.ENGLISH).block())
                .view());
    }

    private static LotPages pages(StaffMember member) {
        var known = new ProductsByHand();
        known.put(PRODUCT);
        var catalogue = new OpenCatalogue();
        return new LotPages(
                catalogue, new FindingOwnProducts(_ -> Flux.empty(), known, catalogue), () -> Mono.just(member));
    }

    private static StaffMember member(Role role, String province, String producer) {
        return new StaffMember("a", "a@sample.test", Set.of(role), some(province), Set.of(), some(producer));
    }

    private static Set<String> some(String one) {
        return one.isEmpty() ? Set.of() : Set.of(one);
    }

    /** Reads are open to whoever reaches it. */
    private static final class OpenCatalogue implements Catalogue {

        @Override
        public <T> Mono<Reply<T>> ask(Asker asker, Question question, Class<T> answer) {
            var said = switch (question.path()) {
                case "/api/v1/lots" -> new LotPages.LotList(List.of(LOT));
                case "/api/v1/lots/{id}" -> LOT;
                case "/api/v1/products/{id}" -> PRODUCT;
                case "/api/v1/links" -> new FindingOwnProducts.BrokenPage(List.of());
                default -> throw new AssertionError(question.path());
            };
            return Mono.just(new Reply.Given<>(answer.cast(said)));
        }
    }
}
