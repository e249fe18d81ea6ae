package vn.ocopmarket.catalog.product;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.certification.ProductGroup;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.VariantListing.Entered;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;

/** What a line makes of a product, or makes a product of. */
final class ListingMerge {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ProductGroup unclassified;
    private final Instant now;
    private final boolean supersedes;

    ListingMerge(ProductGroup unclassified, Instant now, boolean supersedes) {
        this.unclassified = unclassified;
        this.supersedes = supersedes;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    sealed interface Merged {

        record Product(CatalogProduct product) implements Merged {}

        record Contradiction(FieldError error) implements Merged {}
    }

    /** @param slug free at the moment */
    Merged create(Listing listing, ProducerRef producer, String slug) {
        var group = listing.group() == null ? unclassified : listing.group();
        var id = CatalogProduct.idOf(listing.identity());
        var bare = new ProductRecord(
                id,
                0,
                slug,
                listing.name(),
                producer,
                listing.place(),
                group.ref(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                listing.sample(),
                now,
                now);
        return merge(new CatalogProduct(bare, Set.of(listing.identity()), listing.certifiedGroup()), listing, producer);
    }

    Merged merge(CatalogProduct product, Listing listing, ProducerRef producer) {
        var current = product.record();
        var usual = listing.group() == null ? unclassified : listing.group();
        var entered = VariantListing.enter(
                current.variants(), listing.pack(), listing.identity(), listing.name(), usual.taxClass());
        return switch (entered) {
            case Entered.Contradiction(var error) -> new Merged.Contradiction(error);
            case Entered.Variants variants ->
                new Merged.Product(product.changedTo(
                        merged(current, listing, producer, variants),
                        listing.certifiedGroup() == null ? product.certifiedGroup() : listing.certifiedGroup(),
                        now));
        };
    }

    private ProductRecord merged(
            ProductRecord current, Listing listing, ProducerRef producer, Entered.Variants variants) {
        var recorded = CertificateHistory.record(
                current.certificates(), listing.recognition(), variants.sku(), LocalDate.ofInstant(now, VIETNAM));
        var certificates =
                supersedes && recorded.size() > current.certificates().size()
                        ? CertificateHistory.superseding(recorded, skus(variants))
                        : recorded;
        return new ProductRecord(
                current.id(),
                current.revision(),
                current.slug(),
                sameName(current, listing) ? current.name() : listing.name(),
                producer,
                closer(current.place(), listing.place()),
                closer(current.group(), listing.group()),
                certificates,
                variants.variants(),
                listing.story() == null ? current.story() : listing.story(),
                current.media(),
                current.alcoholTenths(),
                listing.traceUrl() == null ? current.traceUrl() : listing.traceUrl(),
                notices(current, listing, variants),
                current.sample(),
                current.createdAt(),
                current.updatedAt(),
                current.dossier(),
                current.narrative());
    }

    private static Set<String> skus(Entered.Variants variants) {
        return variants.variants().stream().map(Variant::sku).collect(Collectors.toSet());
    }

    private static boolean sameName(ProductRecord current, Listing listing) {
        return CatalogProduct.identity(current.name(), "", "").equals(CatalogProduct.identity(listing.name(), "", ""));
    }

    /** A line that knows the province alone does not take back a commune that was known. */
    private static PlaceRef closer(PlaceRef current, PlaceRef listed) {
        return listed.communeCode() == null
                        && current.communeCode() != null
                        && listed.provinceCode().equals(current.provinceCode())
                ? current
                : listed;
    }

    /** A bare branch does not take back a group of that branch. */
    private static GroupRef closer(GroupRef current, @Nullable ProductGroup listed) {
        if (listed == null) {
            return current;
        }
        var bareBranch = listed.ref().code().equals(listed.ref().branchCode());
        return bareBranch && current.branchCode().equals(listed.ref().branchCode()) ? current : listed.ref();
    }

    private static List<String> notices(ProductRecord current, Listing listing, Entered.Variants variants) {
        var notices = new TreeSet<>(current.notices());
        if (listing.group() != null) {
            notices.addAll(listing.group().notices());
        }
        if (variants.variants().stream().anyMatch(variant -> variant.taxClass() == TaxClass.ALCOHOL)) {
            notices.add(Notices.ALCOHOL_UNDER_18);
        }
        return List.copyOf(notices);
    }
}
