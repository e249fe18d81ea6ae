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
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.browse.FindByProducer;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.Problem;

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

    /** By id, by the name in its address, or by SKU or GTIN. Empty when there is none whose lots the member keeps. */
    Mono<ProductRecord> named(StaffMember member, String words) {
        return products.byIdOrSlug(words)
                .switchIfEmpty(Mono.defer(() -> products.byCode(words)))
                .map(ListedProduct::product)
                .filter(product -> keeps(member, product));
    }

    /** Never empty; a problem when there is none, or it is of a product whose lots the asker does not keep. */
    Mono<LotRecord> lot(Asker asker, String id) {
        return catalogue
                .ask(asker, Question.get("/api/v1/lots/{id}", id), LotRecord.class)
                .map(Reply::orProblem)
                .filterWhen(lot -> catalogue
                        .ask(asker, Question.get("/api/v1/products/{id}", lot.productId()), ProductRecord.class)
                        .map(reply -> keeps(asker.member(), reply.orProblem())))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    /** The catalogue shows lots to everybody who reaches it, so it is decided here. */
    private static boolean keeps(StaffMember member, ProductRecord product) {
        var where = new Where(
                null, product.place().provinceCode(), product.producer().id());
        return member.may(Permission.KEEP_LOTS, where);
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
