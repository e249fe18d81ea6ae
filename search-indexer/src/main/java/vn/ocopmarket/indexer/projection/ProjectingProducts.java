package vn.ocopmarket.indexer.projection;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.feed.AvailabilityRecord.AtLocation;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.Dossier.RightKind;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.search.ProductDocument;
import vn.ocopmarket.contract.search.ProductDocument.DayRange;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.contract.text.VietnameseText;

/** Makes the search document of a product: the same for the same facts, but for the time of its making. */
public final class ProjectingProducts {

    /** Raise it with every change of what is projected: indices made by another version are made anew. */
    public static final String VERSION = "3";

    private static final Pattern NOT_OF_A_KEY = Pattern.compile("[^a-z0-9]+");

    private final Function<SearchCard, String> cards;
    private final InstantSource clock;

    /** @param cards writes a card as the JSON text that readers expect */
    public ProjectingProducts(Function<SearchCard, String> cards, InstantSource clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /** @param availability of any SKUs; those that are not the product's are left out */
    public ProductDocument document(ProductRecord product, List<AvailabilityRecord> availability) {
        var own = availability.stream()
                .filter(record -> product.variant(record.sku()).isPresent())
                .toList();
        var inStock = own.stream().anyMatch(record -> record.online() > 0);
        var days = new CertifiedDays(product);
        var codes = codes(product);
        return new ProductDocument(
                product.id(),
                product.slug(),
                product.name(),
                product.producer().id(),
                product.producer().name(),
                product.place().provinceCode(),
                product.place().communeCode(),
                placeNames(product.place()),
                product.group().code(),
                product.group().branchCode(),
                groupNames(product.group()),
                codes,
                product.story(),
                days.withStars(3),
                days.withStars(4),
                days.withStars(5),
                days.onSale(),
                lowestPrice(product),
                highestPrice(product),
                inStock,
                locations(own),
                product.createdAt(),
                clock.instant(),
                product.place().communeName(),
                codeKeys(codes),
                product.traceUrl() != null,
                geographicalIndication(product.dossier()),
                cards.apply(SearchCard.of(product, inStock)),
                product,
                own);
    }

    private static List<String> placeNames(PlaceRef place) {
        var current = Stream.of(place.provinceName(), place.communeName()).filter(Objects::nonNull);
        return distinct(Stream.concat(current, place.formerNames().stream()));
    }

    private static List<String> groupNames(GroupRef group) {
        return distinct(Stream.of(group.name(), group.nameEn(), group.branchName(), group.branchNameEn()));
    }

    /** A GTIN is found as kept, with 14 digits, and as printed, without the zeros in front. */
    private static List<String> codes(ProductRecord product) {
        var gtins = product.variants().stream()
                .map(Variant::gtin)
                .filter(Objects::nonNull)
                .map(Gtin::value)
                .flatMap(gtin -> Stream.of(gtin, gtin.replaceFirst("^0+", "")));
        var skus = product.variants().stream().map(Variant::sku);
        var certificates = product.certificates().stream().map(Certificate::number);
        return distinct(Stream.of(gtins, skus, certificates).flatMap(codes -> codes));
    }

    /** However they are typed: with spaces, with dashes, in small letters. */
    private static List<String> codeKeys(List<String> codes) {
        return distinct(codes.stream()
                .map(code -> NOT_OF_A_KEY.matcher(VietnameseText.fold(code)).replaceAll("")));
    }

    private static List<DayRange> geographicalIndication(Dossier dossier) {
        return dossier.rights().stream()
                .filter(right -> right.kind() == RightKind.GEOGRAPHICAL_INDICATION)
                .flatMap(right -> DayRange.of(right.issuedOn(), right.validUntil()).stream())
                .toList();
    }

    private static @Nullable Long lowestPrice(ProductRecord product) {
        var lowest = prices(product).min();
        return lowest.isPresent() ? lowest.getAsLong() : null;
    }

    private static @Nullable Long highestPrice(ProductRecord product) {
        var highest = prices(product).max();
        return highest.isPresent() ? highest.getAsLong() : null;
    }

    private static LongStream prices(ProductRecord product) {
        return product.variants().stream()
                .map(Variant::price)
                .filter(Objects::nonNull)
                .mapToLong(Money::amount);
    }

    private static List<String> locations(List<AvailabilityRecord> availability) {
        return availability.stream()
                .flatMap(record -> record.locations().stream())
                .filter(location -> location.available() > 0)
                .map(AtLocation::locationId)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> distinct(Stream<String> texts) {
        return texts.filter(Predicate.not(String::isBlank)).distinct().toList();
    }
}
