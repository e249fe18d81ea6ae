package vn.ocopmarket.storefront.producerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Story;

/** An edit of a product as the catalogue takes it; what is not the producer's to change is as it is. */
record Draft(
        String name,
        String producerId,
        String province,
        @Nullable String communeCode,
        String group,
        List<Pack> variants,
        @Nullable String story,
        @Nullable Story narrative,
        List<Media> media,
        @Nullable Integer alcoholTenths,
        @Nullable String traceUrl) {

    static Draft of(ProductRecord live, Content wanted, List<Pack> packs) {
        return new Draft(
                live.name(),
                live.producer().id(),
                live.place().provinceCode(),
                live.place().communeCode(),
                live.group().code(),
                packs,
                wanted.story(),
                wanted.narrative(),
                wanted.media(),
                wanted.alcoholTenths(),
                wanted.traceUrl());
    }
}
