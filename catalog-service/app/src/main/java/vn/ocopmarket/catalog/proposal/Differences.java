package vn.ocopmarket.catalog.proposal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.proposal.domain.Content;
import vn.ocopmarket.catalog.proposal.domain.FieldRef;
import vn.ocopmarket.catalog.proposal.domain.Proposal;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.Story.Section;
import vn.ocopmarket.contract.product.Variant;

/** Makes what a proposal changes readable, field by field. */
public final class Differences {

    private static final int TENTHS = 10;

    private Differences() {}

    public static List<FieldDifference> of(Proposal proposal) {
        return proposal.changes().stream()
                .map(ref -> difference(ref, proposal.base(), proposal.wanted()))
                .toList();
    }

    private static FieldDifference difference(FieldRef ref, Content base, Content wanted) {
        var pack = pack(wanted, ref.sku()).or(() -> pack(base, ref.sku())).map(Variant::label);
        return new FieldDifference(
                ref.field(),
                ref.sku(),
                pack.orElse(null),
                TextDifference.between(text(ref, base), text(ref, wanted)),
                pictures(ref, base),
                pictures(ref, wanted));
    }

    private static List<Media> pictures(FieldRef ref, Content of) {
        return switch (ref.field()) {
            case PICTURES -> of.media();
            case STORY ->
                of.narrative() == null
                        ? List.of()
                        : of.narrative().sections().stream()
                                .flatMap(section -> section.pictures().stream())
                                .toList();
            case PRICE, TRACE_PAGE, ALCOHOL, PACK_NAME, NET_WEIGHT, GTIN, TAX_CLASS, NEW_PACK, REMOVED_PACK ->
                List.of();
        };
    }

    private static String text(FieldRef ref, Content of) {
        var pack = pack(of, ref.sku());
        return switch (ref.field()) {
            case STORY -> of.narrative() == null ? Objects.requireNonNullElse(of.story(), "") : told(of.narrative());
            case PICTURES -> of.media().stream().map(Differences::words).collect(Collectors.joining("\n"));
            case TRACE_PAGE -> Objects.requireNonNullElse(of.traceUrl(), "");
            case ALCOHOL -> of.alcoholTenths() == null ? "" : percent(of.alcoholTenths());
            case PACK_NAME -> pack.map(Variant::label).orElse("");
            case NET_WEIGHT -> pack.map(Variant::netWeight).orElse("");
            case GTIN -> pack.map(Variant::gtin).map(Object::toString).orElse("");
            case TAX_CLASS -> pack.map(one -> one.taxClass().name()).orElse("");
            case PRICE -> pack.map(Differences::price).orElse("");
            case NEW_PACK, REMOVED_PACK -> pack.map(Differences::words).orElse("");
        };
    }

    private static String told(Story story) {
        var parts = Stream.concat(
                story.sections().stream().flatMap(Differences::told),
                Stream.of(story.author(), story.source()).filter(Objects::nonNull));
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
    }

    private static Stream<String> told(Section section) {
        return Stream.of(
                        Stream.of(Objects.requireNonNullElse(section.heading(), ""), section.text()),
                        section.pictures().stream().map(Differences::words),
                        section.videos().stream().map(video -> video.title() + " – " + video.url()))
                .flatMap(texts -> texts);
    }

    private static String words(Media picture) {
        return Stream.of(picture.alt(), picture.credit(), picture.url())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" – "));
    }

    private static String words(Variant pack) {
        return Stream.of(pack.label(), pack.netWeight(), pack.gtin(), price(pack), pack.sku())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" – "));
    }

    private static String price(Variant pack) {
        return pack.price() == null ? "" : String.valueOf(pack.price().amount());
    }

    private static String percent(int tenths) {
        return tenths / TENTHS + "," + tenths % TENTHS + "%";
    }

    private static Optional<Variant> pack(Content of, @Nullable String sku) {
        return of.variants().stream()
                .filter(variant -> variant.sku().equals(sku))
                .findFirst();
    }
}
