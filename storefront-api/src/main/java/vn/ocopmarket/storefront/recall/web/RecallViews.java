package vn.ocopmarket.storefront.recall.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.recall.FollowingRecall;
import vn.ocopmarket.storefront.recall.Notices;
import vn.ocopmarket.storefront.recall.Notices.Check;
import vn.ocopmarket.storefront.recall.Notices.Recorded;
import vn.ocopmarket.storefront.recall.Notices.Told;
import vn.ocopmarket.storefront.recall.Reach;
import vn.ocopmarket.storefront.recall.Reach.Buyer;
import vn.ocopmarket.storefront.recall.Reach.Holder;

/** Shows of a recall what the reader may see: shelves of one's own, or all of them, and buyers only to its officers. */
@Component
class RecallViews {

    private final FindProducts products;
    private final FollowingRecall following;
    private final Notices notices;

    RecallViews(FindProducts products, FollowingRecall following, Notices notices) {
        this.products = products;
        this.following = following;
        this.notices = notices;
    }

    /** A lot with its product, which may be gone. */
    record Named(LotRecord lot, @Nullable ProductRecord product) {

        public String name() {
            return product == null ? lot.sku() : product.name();
        }

        public boolean open() {
            return lot.recall() != null && lot.recall().closing() == null;
        }
    }

    /**
     * A location in the list of tasks.
     *
     * @param numbered whether the stock has the number of the lot
     * @param mine whether the reader may say what is there
     * @param check null while nobody has looked
     */
    record Shelf(
            Holder holder,
            boolean numbered,
            boolean mine,
            @Nullable Check check) {}

    /** @param told null while nobody has told them */
    record BuyerRow(Buyer buyer, @Nullable Told told) {}

    /**
     * @param buyers null for those who may not see them
     * @param follows whether the reader sees how far the lot has got, and may end the recall
     */
    record View(
            Named named, List<Shelf> shelves, @Nullable List<BuyerRow> buyers, Progress progress, boolean follows) {}

    /** How far it is, in numbers; nobody's data. */
    record Progress(long onShelves, long checked, long toCheck, long buyers, long told, long toCall, long sales) {}

    /** In the order of the lots. */
    Mono<List<Named>> named(List<LotRecord> lots) {
        var skus = lots.stream().map(LotRecord::sku).distinct().toList();
        return (skus.isEmpty()
                        ? Mono.just(List.<ProductRecord>of())
                        : products.shownBySku(skus).collectList())
                .map(found -> lots.stream().map(lot -> named(lot, found)).toList());
    }

    private static Named named(LotRecord lot, List<ProductRecord> found) {
        var product = found.stream()
                .filter(one -> one.id().equals(lot.productId()))
                .reduce((_, later) -> later)
                .orElse(null);
        return new Named(lot, product);
    }

    Mono<View> of(LotRecord lot, StaffMember member) {
        return Mono.zip(
                        named(List.of(lot)),
                        following.reach(lot.sku(), lot.lot().value()),
                        notices.of(lot.id()))
                .map(found -> view(found.getT1().getFirst(), found.getT2(), found.getT3(), member));
    }

    private static View view(Named named, Reach reach, Recorded recorded, StaffMember member) {
        var product = named.product();
        var where = product == null
                ? new Where(null, null, null)
                : new Where(
                        null, product.place().provinceCode(), product.producer().id());
        var follows = member.may(Permission.FOLLOW_RECALLS, where);
        var shelves = Stream.concat(
                        reach.holders().stream().map(holder -> shelf(holder, true, recorded, member)),
                        reach.unnumbered().stream().map(holder -> shelf(holder, false, recorded, member)))
                .toList();
        var buyers = reach.buyers().stream()
                .map(buyer -> new BuyerRow(buyer, told(recorded, buyer)))
                .toList();
        return new View(
                named,
                shelves.stream().filter(shelf -> follows || shelf.mine()).toList(),
                member.may(Permission.SEE_RECALL_BUYERS, where) ? buyers : null,
                progress(shelves, buyers, reach),
                follows);
    }

    private static Shelf shelf(Holder holder, boolean numbered, Recorded recorded, StaffMember member) {
        var check = recorded.checks().stream()
                .filter(one -> one.locationId().equals(holder.locationId()))
                .findFirst()
                .orElse(null);
        var mine = member.may(Permission.CHECK_SHELVES, Where.location(holder.locationId()));
        return new Shelf(holder, numbered, mine, check);
    }

    private static @Nullable Told told(Recorded recorded, Buyer buyer) {
        return recorded.told().stream()
                .filter(one -> one.key().equals(buyer.orderId()))
                .findFirst()
                .orElse(null);
    }

    private static Progress progress(List<Shelf> shelves, List<BuyerRow> buyers, Reach reach) {
        return new Progress(
                reach.holders().stream().mapToLong(Holder::onHand).sum(),
                shelves.stream().filter(shelf -> shelf.check() != null).count(),
                shelves.size(),
                buyers.size(),
                buyers.stream()
                        .map(BuyerRow::told)
                        .filter(Objects::nonNull)
                        .filter(Told::byMail)
                        .count(),
                buyers.stream().filter(row -> !row.buyer().hasMail()).count(),
                reach.sales());
    }
}
