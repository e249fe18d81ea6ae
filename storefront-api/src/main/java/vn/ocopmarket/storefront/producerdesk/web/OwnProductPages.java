package vn.ocopmarket.storefront.producerdesk.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Channel;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.Occasion;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.producerdesk.Content;
import vn.ocopmarket.storefront.producerdesk.KeepingOwnProducts;
import vn.ocopmarket.storefront.producerdesk.KeepingOwnProducts.Changed;
import vn.ocopmarket.storefront.producerdesk.OwnProduct;
import vn.ocopmarket.storefront.producerdesk.Pack;
import vn.ocopmarket.storefront.producerdesk.Proposal;

/** A producer's products: what blocks their sale, their prices and their packs. */
@DeskPage
class OwnProductPages {

    private static final int MOST_PACKS = 100;

    private final CurrentStaff staff;
    private final KeepingOwnProducts products;
    private final PriceText prices;
    private final Clock clock;

    OwnProductPages(CurrentStaff staff, KeepingOwnProducts products, PriceText prices, Clock clock) {
        this.staff = staff;
        this.products = products;
        this.prices = prices;
        this.clock = clock;
    }

    /** A pack with every reason why it may not be sold today. */
    record Blocked(String pack, List<Reason> reasons) {}

    /** A product in the list. */
    record Line(
            ProductRecord product,
            List<Blocked> blocked,
            @Nullable Proposal open) {}

    @GetMapping("/staff/products")
    Mono<Rendering> list(Locale language) {
        return staff.get()
                .map(member -> new Asker(member, language))
                .flatMap(asker -> Mono.zip(products.all(asker), products.proposals(asker)))
                .map(found -> {
                    var open = found.getT2().stream()
                            .filter(Proposal::isOpen)
                            .collect(Collectors.toMap(Proposal::productId, Function.identity(), (one, _) -> one));
                    return Rendering.view("producerdesk/products")
                            .modelAttribute(
                                    "lines",
                                    found.getT1().stream()
                                            .map(product -> new Line(product, blocked(product), open.get(product.id())))
                                            .toList())
                            .build();
                });
    }

    private List<Blocked> blocked(ProductRecord product) {
        var today = LocalDate.now(clock);
        return product.variants().stream()
                .map(variant -> new Blocked(
                        variant.label(),
                        Eligibility.whyNot(product, variant.sku(), Occasion.sale(today, Channel.ONLINE))))
                .filter(blocked -> !blocked.reasons().isEmpty())
                .toList();
    }

    @GetMapping("/staff/products/{id}")
    Mono<Rendering> show(@PathVariable String id, Locale language) {
        return own(id, language).map(found -> page(found.product(), Entry.NONE));
    }

    private record Found(Asker asker, OwnProduct product) {}

    private Mono<Found> own(String id, Locale language) {
        return staff.get()
                .map(member -> new Asker(member, language))
                .flatMap(asker -> products.one(asker, id).map(product -> new Found(asker, product)));
    }

    private Rendering page(OwnProduct product, Entry entry) {
        return Rendering.view("producerdesk/product")
                .status(HttpStatusCode.valueOf(entry.status()))
                .modelAttribute("own", product)
                .modelAttribute("live", product.live())
                .modelAttribute("wanted", product.wanted())
                .modelAttribute("blocked", blocked(product.live()))
                .modelAttribute("today", LocalDate.now(clock))
                .modelAttribute("entry", entry)
                .build();
    }

    /** Prices are so at once. */
    @PostMapping("/staff/products/{id}/prices")
    Mono<Rendering> price(@PathVariable String id, ServerWebExchange exchange, Locale language) {
        return own(id, language).zipWith(Form.by(exchange)).flatMap(sent -> {
            var live = sent.getT1().product().live();
            var form = sent.getT2();
            var read = prices.read(form, live.variants().size(), language);
            if (read.refused() instanceof Reply.Refused<?> refused) {
                return Mono.just(page(sent.getT1().product(), new Entry("prices", form.fields(), refused)));
            }
            var packs = new ArrayList<Pack>();
            for (int index = 0; index < live.variants().size(); index++) {
                packs.add(priced(live.variants().get(index), index, form, read.amounts()));
            }
            return products.change(sent.getT1().asker(), live, form.number("revision"), Content.of(live), packs)
                    .map(reply -> answer(reply, sent.getT1().product(), "prices", form));
        });
    }

    /** Of packs that came in while the form lay open nothing is known, so they stay. */
    private static Pack priced(Variant variant, int index, Form form, Map<Integer, Money> amounts) {
        var known = Pack.of(variant);
        return form.text("variants[%d].sku".formatted(index)).equals(variant.sku())
                ? known.at(amounts.get(index))
                : known;
    }

    /** Packs and the trace page have to be read first. */
    @PostMapping("/staff/products/{id}/packs")
    Mono<Rendering> packs(@PathVariable String id, ServerWebExchange exchange, Locale language) {
        return own(id, language).zipWith(Form.by(exchange)).flatMap(sent -> {
            var own = sent.getT1().product();
            var form = sent.getT2();
            var known = own.wanted().variants().stream()
                    .collect(Collectors.toMap(Variant::sku, Function.identity(), (one, _) -> one, LinkedHashMap::new));
            var read = prices.read(form, MOST_PACKS, language);
            if (read.refused() instanceof Reply.Refused<?> refused) {
                return Mono.just(page(own, new Entry("packs", form.fields(), refused)));
            }
            var packs = new ArrayList<Pack>();
            for (int index = 0; index < MOST_PACKS && form.has("variants[%d].label".formatted(index)); index++) {
                var pack = pack(form, "variants[%d].".formatted(index), index, known, read.amounts());
                if (pack != null) {
                    packs.add(pack);
                }
            }
            var wanted = own.wanted().withTracePage(form.textOrNull("traceUrl"));
            return products.change(sent.getT1().asker(), own.live(), form.number("revision"), wanted, packs)
                    .map(reply -> answer(reply, own, "packs", form));
        });
    }

    /** Null for a row that was left empty or crossed out. */
    private static @Nullable Pack pack(
            Form form, String at, int index, Map<String, Variant> known, Map<Integer, Money> amounts) {
        if (form.has(at + "remove")) {
            return null;
        }
        var sku = form.text(at + "sku");
        var before = known.get(sku);
        if (before != null) {
            var kept = Pack.of(before);
            return new Pack(
                    sku,
                    form.textOrNull(at + "gtin"),
                    form.text(at + "label"),
                    form.textOrNull(at + "netWeight"),
                    kept.price(),
                    kept.taxClass());
        }
        return form.text(at + "label").isEmpty()
                ? null
                : new Pack(
                        null,
                        form.textOrNull(at + "gtin"),
                        form.text(at + "label"),
                        form.textOrNull(at + "netWeight"),
                        amounts.get(index),
                        null);
    }

    private Rendering answer(Reply<Changed> reply, OwnProduct own, String of, Form form) {
        return switch (reply) {
            case Reply.Given<Changed>(var changed) -> done(own.live().id(), changed);
            case Reply.Refused<Changed> refused -> page(own, new Entry(of, form.fields(), refused));
        };
    }

    static Rendering done(String id, Changed changed) {
        var done = changed.proposal() == null ? "producer-saved" : "producer-proposed";
        return Rendering.redirectTo(
                        URI.create("/staff/products/" + id + "?done=" + done).toString())
                .status(HttpStatus.SEE_OTHER)
                .contextRelative(false)
                .build();
    }
}
