package vn.ocopmarket.storefront.lotdesk.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.browse.FindByProducer;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;

/** Finds what somebody may have come for: a producer's own products, or the one that an officer names. */
@Component
class FindingOwnProducts {

    private final FindByProducer byProducer;
    private final FindProducts products;
    private final Catalogue catalogue;

    FindingOwnProducts(FindByProducer byProducer, FindProducts products, Catalogue catalogue) {
        this.byProducer = byProducer;
        this.products = products;
        this.catalogue = catalogue;
    }

    /** Of the producers that the member speaks for, by name; empty for officers, who have too many. */
    Flux<ProductRecord> of(StaffMember member) {
        return Flux.fromIterable(member.producers())
                .concatMap(byProducer::ofProducer)
                .map(ListedProduct::product)
                .sort(Comparator.comparing(product -> VietnameseText.fold(product.name())));
    }

    /** By id, by the name in its address, or by SKU or GTIN. */
    Mono<ProductRecord> named(String words) {
        return products.byIdOrSlug(words)
                .switchIfEmpty(Mono.defer(() -> products.byCode(words)))
                .map(ListedProduct::product);
    }

    /** A product whose trace page elsewhere does not answer. */
    record Broken(
            String productId,
            String productName,
            String url,
            @Nullable LinkAnswer answer) {}

    /** The answer of the catalogue. */
    record BrokenPage(List<Broken> items) {}

    /** Of the producers or provinces that the member keeps. */
    Mono<List<Broken>> brokenLinks(Asker asker) {
        var member = asker.member();
        var asked = Flux.fromIterable(member.producers())
                .map(id -> question().with("producer", id))
                .concatWith(Flux.fromIterable(member.provinces())
                        .map(code -> question().with("province", code)));
        return asked.concatMap(question -> catalogue.ask(asker, question, BrokenPage.class))
                .map(Reply::orProblem)
                .concatMapIterable(BrokenPage::items)
                .collectList();
    }

    private static Question question() {
        return Question.get("/api/v1/links").with("state", "BROKEN").with("limit", 200);
    }
}
