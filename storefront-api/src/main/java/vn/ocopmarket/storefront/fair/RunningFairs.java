package vn.ocopmarket.storefront.fair;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.fair.domain.FairPlan;
import vn.ocopmarket.storefront.fair.domain.Fitness;
import vn.ocopmarket.storefront.fair.domain.Pick;
import vn.ocopmarket.storefront.fair.domain.PublishDecision;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;

/** What an officer does with a fair. Each change is refused for a fair that is not theirs as if there were none. */
public final class RunningFairs {

    private static final int ID_CHARACTERS = 10;
    private static final int SUFFIX_CHARACTERS = 4;

    private final Fairs fairs;
    private final FindProducts products;
    private final JudgingPicks judging;
    private final Locations locations;
    private final Clock clock;
    private final RandomIds ids;

    RunningFairs(Fairs fairs, FindProducts products, Locations locations, Clock clock, RandomIds ids) {
        this.fairs = fairs;
        this.products = products;
        this.judging = new JudgingPicks(products);
        this.locations = locations;
        this.clock = clock;
        this.ids = ids;
    }

    /** Plans a new fair with a stock location for each stall. */
    public Mono<FairOutcome> plan(StaffMember officer, FairPlan plan) {
        if (!runs(officer, plan)) {
            return Mono.just(new FairOutcome.UnknownFair());
        }
        var id = ids.next(ID_CHARACTERS);
        var slug =
                VietnameseText.slug(plan.name()) + "-" + plan.period().first().getYear();
        var draft = new Fair.Draft(id, slug, 1, plan, List.of());
        var otherwise = new Fair.Draft(id, slug + "-" + ids.next(SUFFIX_CHARACTERS), 1, plan, List.of());
        return stored(draft).flatMap(outcome -> switch (outcome) {
            case FairOutcome.Changed _ -> Mono.just(outcome);
            case FairOutcome.FairRefused _ -> stored(otherwise);
        });
    }

    public Mono<FairOutcome> replan(StaffMember officer, String fairId, FairPlan plan) {
        return runs(officer, plan)
                ? change(officer, fairId, draft -> stored(draft.replan(plan)))
                : Mono.just(new FairOutcome.UnknownFair());
    }

    /** Picks a product, when it may be shown on every day of the fair. */
    public Mono<FairOutcome> pick(StaffMember officer, String fairId, String idOrSlug) {
        return change(
                officer,
                fairId,
                draft -> products.byIdOrSlug(idOrSlug)
                        .map(ListedProduct::product)
                        .flatMap(product -> switch (Fitness.of(
                                product, draft.plan().period())) {
                            case Fitness.Fit _ -> changed(draft, draft.pick(pickOf(product)));
                            case Fitness.Unfit unfit -> Mono.just(new FairOutcome.NotFit(product, unfit));
                        })
                        .defaultIfEmpty(new FairOutcome.UnknownProduct(idOrSlug)));
    }

    public Mono<FairOutcome> drop(StaffMember officer, String fairId, String productId) {
        return change(officer, fairId, draft -> changed(draft, draft.drop(productId)));
    }

    /** Shows it to everybody, after everything picked was judged again. */
    public Mono<FairOutcome> publish(StaffMember officer, String fairId) {
        return change(
                officer,
                fairId,
                draft -> judging.judge(draft, draft.plan().period())
                        .map(judged -> judged.stream()
                                .collect(Collectors.toMap(one -> one.pick().productId(), JudgedPick::fitness)))
                        .flatMap(judged -> switch (draft.publish(judged, clock.instant())) {
                            case PublishDecision.Publishable(var published) -> stored(published);
                            case PublishDecision.NothingPicked _ -> Mono.just(new FairOutcome.NothingPicked());
                            case PublishDecision.UnfitPicks(var picks) -> Mono.just(new FairOutcome.NoLongerFit(picks));
                        }));
    }

    public Mono<FairOutcome> close(StaffMember officer, String fairId) {
        return own(officer, fairId)
                .flatMap(fair -> switch (fair) {
                    case Fair.Published published -> stored(published.close(clock.instant()));
                    case Fair.Draft _, Fair.Closed _ -> Mono.just(new FairOutcome.WrongState(fair));
                })
                .defaultIfEmpty(new FairOutcome.UnknownFair());
    }

    private Mono<FairOutcome> change(
            StaffMember officer, String fairId, Function<Fair.Draft, Mono<FairOutcome>> change) {
        return own(officer, fairId)
                .flatMap(fair -> switch (fair) {
                    case Fair.Draft draft -> change.apply(draft);
                    case Fair.Published _, Fair.Closed _ -> Mono.just(new FairOutcome.WrongState(fair));
                })
                .defaultIfEmpty(new FairOutcome.UnknownFair());
    }

    private Mono<FairOutcome> changed(Fair before, Fair after) {
        return after.picks().equals(before.picks()) ? Mono.just(new FairOutcome.Changed(before)) : stored(after);
    }

    private static boolean runs(StaffMember officer, FairPlan plan) {
        return officer.may(Permission.RUN_FAIRS, Where.province(plan.provinceCode()));
    }

    private Mono<Fair> own(StaffMember officer, String fairId) {
        return fairs.find(fairId).filter(fair -> runs(officer, fair.plan()));
    }

    /** Locations come first: a stall without its fair is harmless, a fair without its stall is not. */
    private Mono<FairOutcome> stored(Fair fair) {
        return Flux.fromIterable(fair.plan().stalls())
                .concatMap(stall -> locations.create(new Location(
                        fair.locationOf(stall),
                        stall.number() + " · " + fair.plan().name(),
                        Location.Kind.FAIR_STALL,
                        fair.plan().provinceCode(),
                        false,
                        false)))
                .then(Mono.defer(() -> fairs.store(fair)))
                .map(stored -> stored ? new FairOutcome.Changed(fair) : new FairOutcome.Overtaken());
    }

    private static Pick pickOf(ProductRecord product) {
        return new Pick(
                product.id(),
                product.name(),
                product.variants().stream().map(Variant::sku).toList());
    }
}
