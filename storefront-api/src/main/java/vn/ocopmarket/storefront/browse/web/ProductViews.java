package vn.ocopmarket.storefront.browse.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.AlcoholRules;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.Eligibility.Eligible;
import vn.ocopmarket.contract.product.Eligibility.Ineligible;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.browse.ListedProduct;
import vn.ocopmarket.storefront.browse.RecallsOfProduct;
import vn.ocopmarket.storefront.browse.web.CardView.CodeView;
import vn.ocopmarket.storefront.browse.web.ProductView.GroupView;
import vn.ocopmarket.storefront.browse.web.ProductView.LocationView;
import vn.ocopmarket.storefront.browse.web.ProductView.MakerView;
import vn.ocopmarket.storefront.browse.web.ProductView.MediaView;
import vn.ocopmarket.storefront.browse.web.ProductView.NoticeView;
import vn.ocopmarket.storefront.browse.web.ProductView.ReasonView;
import vn.ocopmarket.storefront.browse.web.ProductView.RecordView;
import vn.ocopmarket.storefront.browse.web.ProductView.TraceView;
import vn.ocopmarket.storefront.browse.web.ProductView.VariantView;

/** Tells of a product what holds on a day, in the reader's language; nothing of it is stored anywhere. */
@Component
class ProductViews {

    private final MessageSource messages;
    private final CertificateViews certificates;
    private final RecallsOfProduct recalls;

    ProductViews(MessageSource messages, CertificateViews certificates, RecallsOfProduct recalls) {
        this.messages = messages;
        this.certificates = certificates;
        this.recalls = recalls;
    }

    ProductView of(ListedProduct listed, LocalDate day, Locale locale) {
        var product = listed.product();
        var current = product.certificateOn(day);
        var shown = current.or(() -> newest(product));
        var variants = product.variants().stream()
                .map(variant -> variant(listed, variant, day, locale))
                .toList();
        return new ProductView(
                product.id(),
                product.slug(),
                product.name(),
                new MakerView(
                        product.producer().id(),
                        product.producer().slug(),
                        product.producer().name(),
                        product.producer().kind()),
                new CodeView(product.place().provinceCode(), product.place().provinceName()),
                commune(product.place()),
                product.place().formerNames(),
                group(product.group(), locale),
                current.map(Certificate::stars).orElse(null),
                shown.map(certificate -> certificates.of(product, certificate, day, locale))
                        .orElse(null),
                product.certificates().reversed().stream()
                        .map(certificate -> certificates.of(product, certificate, day, locale))
                        .toList(),
                lowestPrice(product),
                product.media().isEmpty() ? null : product.media().getFirst().url(),
                listed.availability().stream().anyMatch(record -> record.online() > 0),
                variants.stream().anyMatch(VariantView::purchasable),
                product.story(),
                product.media().stream()
                        .map(media -> new MediaView(media.url(), media.alt(), media.credit()))
                        .toList(),
                variants,
                trace(product.traceUrl()),
                product.notices().stream()
                        .map(code -> new NoticeView(code, word("notice." + code, code, locale)))
                        .toList(),
                locations(listed.availability()),
                records(product.dossier(), day, locale),
                product.sample(),
                product.narrative(),
                AlcoholRules.concern(product));
    }

    private VariantView variant(ListedProduct listed, Variant variant, LocalDate day, Locale locale) {
        var reasons = switch (Eligibility.of(listed.product(), variant.sku(), day)) {
            case Eligible _ ->
                soldOutByRecall(listed, variant.sku())
                        ? List.of(reason(ProductView.LOT_RECALLED, locale))
                        : List.<ReasonView>of();
            case Ineligible(var why) ->
                why.stream().map(reason -> reason(reason.name(), locale)).toList();
        };
        var gtin = variant.gtin();
        return new VariantView(
                variant.sku(),
                gtin == null ? null : gtin.value(),
                variant.label(),
                variant.netWeight(),
                variant.price(),
                listed.product()
                        .certificateOn(day, variant.sku())
                        .map(Certificate::stars)
                        .orElse(null),
                reasons.isEmpty(),
                reasons,
                listed.availabilityOf(variant.sku())
                        .map(AvailabilityRecord::online)
                        .orElse(0L));
    }

    private ReasonView reason(String code, Locale locale) {
        var key = "eligibility." + code;
        return new ReasonView(code, word(key, code, locale), word(key + ".remedy", "", locale));
    }

    /** Lots are no matter of eligibility: of a recalled lot nothing is sold, of another one of the same variant it is. */
    private boolean soldOutByRecall(ListedProduct listed, String sku) {
        var soldOut = listed.availabilityOf(sku).filter(record -> record.online() <= 0);
        return soldOut.isPresent()
                && recalls.of(listed.product().id()).stream()
                        .filter(lot -> lot.recall() != null && lot.recall().closing() == null)
                        .anyMatch(lot -> lot.sku().equals(sku));
    }

    /** What is on record beside the certificates and holds on the day; none of it shows stars. */
    private List<RecordView> records(Dossier dossier, LocalDate day, Locale locale) {
        var recognitions = dossier.recognitions().stream()
                .filter(one -> one.holdsOn(day))
                .map(one -> record(one.kind().name(), one.decision(), one.issuedBy(), one.validUntil(), locale));
        var rights = dossier.rights().stream()
                .filter(one -> one.holdsOn(day))
                .map(one -> record(one.kind().name(), one.number(), one.issuedBy(), one.validUntil(), locale));
        var papers = dossier.papers().stream()
                .filter(one -> one.holdsOn(day))
                .map(one -> record(one.kind().name(), one.number(), one.issuedBy(), one.validUntil(), locale));
        return Stream.of(recognitions, rights, papers).flatMap(all -> all).toList();
    }

    private RecordView record(
            String kind, String number, String issuedBy, @Nullable LocalDate validUntil, Locale locale) {
        return new RecordView(kind, word("record." + kind, kind, locale), number, issuedBy, validUntil);
    }

    private static TraceView trace(@Nullable String link) {
        return new TraceView(link == null ? List.of() : List.of(link), List.of());
    }

    private static Optional<Certificate> newest(ProductRecord product) {
        return product.certificates().isEmpty()
                ? Optional.empty()
                : Optional.of(product.certificates().getLast());
    }

    private static GroupView group(GroupRef group, Locale locale) {
        var isEnglish = locale.getLanguage().equals("en");
        return new GroupView(
                group.code(),
                isEnglish ? group.nameEn() : group.name(),
                group.branchCode(),
                isEnglish ? group.branchNameEn() : group.branchName());
    }

    private static @Nullable CodeView commune(PlaceRef place) {
        var code = place.communeCode();
        var name = place.communeName();
        return code == null || name == null ? null : new CodeView(code, name);
    }

    private static @Nullable Money lowestPrice(ProductRecord product) {
        return product.variants().stream()
                .flatMap(variant -> Stream.ofNullable(variant.price()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<LocationView> locations(List<AvailabilityRecord> availability) {
        var inStock = new LinkedHashMap<String, LocationView>();
        for (var record : availability) {
            for (var location : record.locations()) {
                var _ = inStock.merge(
                        location.locationId(),
                        new LocationView(location.locationId(), location.name(), location.available() > 0),
                        (one, other) ->
                                new LocationView(one.locationId(), one.name(), one.inStock() || other.inStock()));
            }
        }
        return List.copyOf(inStock.values());
    }

    private String word(String key, String otherwise, Locale locale) {
        return messages.getMessage(key, null, otherwise, locale) instanceof String word ? word : otherwise;
    }
}
