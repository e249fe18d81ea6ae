package vn.ocopmarket.storefront.einvoice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.einvoice.Invoices;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.Invoice.Paper;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceBuyer;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceState;

@Component
final class MongoInvoices implements Invoices {

    static final String COLLECTION = "invoices";
    static final String STATE = "state";
    static final String ASKED_AT = "askedAt";

    static final String DUE = "due";

    private static final String HEARD = "heard";
    private static final List<InvoiceState> FOR_PROVIDER = List.of(InvoiceState.TO_ISSUE, InvoiceState.TO_ADJUST);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<InvoiceState> TO_DO =
            List.of(InvoiceState.TO_ISSUE, InvoiceState.FAILED, InvoiceState.TO_ADJUST);

    private final MongoCollection<Document> invoices;

    MongoInvoices(MongoDatabase database) {
        this.invoices = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Invoice> add(Invoice invoice) {
        var document = new Document("_id", invoice.orderId())
                .append("number", invoice.orderNumber())
                .append(STATE, invoice.state().name())
                .append("buyer", document(invoice.buyer()))
                .append(ASKED_AT, Date.from(invoice.askedAt()))
                .append("papers", List.of())
                .append(HEARD, invoice.heard())
                .append(DUE, Date.from(invoice.askedAt()));
        return Mono.from(invoices.insertOne(document))
                .timeout(TIMEOUT)
                .thenReturn(invoice)
                .onErrorResume(Duplicates::isDuplicate, _ -> find(invoice.orderId()));
    }

    @Override
    public Mono<Invoice> find(String orderId) {
        return Mono.from(invoices.find(eq("_id", orderId)).first())
                .timeout(TIMEOUT)
                .map(MongoInvoices::invoice);
    }

    @Override
    public Mono<Invoice> correct(String orderId, InvoiceBuyer buyer) {
        var corrected =
                combine(set("buyer", document(buyer)), set(STATE, InvoiceState.TO_ISSUE.name()), unset("trouble"));
        return change(orderId, List.of(InvoiceState.TO_ISSUE, InvoiceState.FAILED), corrected);
    }

    @Override
    public Mono<Invoice> issued(Invoice seen, InvoiceState to, Paper paper) {
        var written = new Document("series", paper.series())
                .append("number", paper.number())
                .append("issuedOn", paper.issuedOn().toString())
                .append("by", paper.by())
                .append("back", paper.back());
        return find(
                and(eq("_id", seen.orderId()), eq(STATE, seen.state().name()), eq(HEARD, seen.heard())),
                combine(set(STATE, to.name()), push("papers", written), unset("trouble")));
    }

    @Override
    public Mono<Invoice> failed(String orderId, String trouble) {
        return change(
                orderId,
                List.of(InvoiceState.TO_ISSUE, InvoiceState.FAILED),
                combine(set(STATE, InvoiceState.FAILED.name()), set("trouble", trouble)));
    }

    @Override
    public Mono<Invoice> follow(String orderId, Set<InvoiceState> from, InvoiceState to, int entry) {
        return find(
                and(eq("_id", orderId), in(STATE, names(from)), lt(HEARD, entry)),
                combine(set(STATE, to.name()), set(HEARD, entry)));
    }

    @Override
    public Mono<Invoice> heard(String orderId, Set<InvoiceState> at, int entry) {
        return find(and(eq("_id", orderId), in(STATE, names(at)), lt(HEARD, entry)), set(HEARD, entry));
    }

    @Override
    public Flux<Invoice> due(Instant now, int limit) {
        return Flux.from(invoices.find(and(in(STATE, names(FOR_PROVIDER)), lte(DUE, Date.from(now))))
                        .sort(Sorts.ascending(DUE))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(MongoInvoices::invoice);
    }

    @Override
    public Mono<Void> later(String orderId, Instant due) {
        return Mono.from(invoices.updateOne(eq("_id", orderId), set(DUE, Date.from(due))))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Flux<Invoice> list(@Nullable InvoiceState state, int limit) {
        var filter = state == null ? in(STATE, names(TO_DO)) : eq(STATE, state.name());
        return Flux.from(invoices.find(filter).sort(Sorts.ascending(ASKED_AT)).limit(limit))
                .timeout(TIMEOUT)
                .map(MongoInvoices::invoice);
    }

    private Mono<Invoice> change(String orderId, Collection<InvoiceState> from, Bson change) {
        return find(and(eq("_id", orderId), in(STATE, names(from))), change);
    }

    private Mono<Invoice> find(Bson filter, Bson change) {
        return Mono.from(invoices.findOneAndUpdate(
                        filter, change, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .timeout(TIMEOUT)
                .map(MongoInvoices::invoice);
    }

    private static List<String> names(Collection<InvoiceState> states) {
        return states.stream().map(Enum::name).toList();
    }

    private static Document document(InvoiceBuyer buyer) {
        return new Document("name", buyer.name())
                .append("taxCode", buyer.taxCode())
                .append("address", buyer.address())
                .append("email", buyer.email());
    }

    private static Invoice invoice(Document stored) {
        var buyer = stored.get("buyer", Document.class);
        return new Invoice(
                stored.getString("_id"),
                stored.getString("number"),
                InvoiceState.valueOf(stored.getString(STATE)),
                new InvoiceBuyer(
                        buyer.getString("name"),
                        buyer.getString("taxCode"),
                        buyer.getString("address"),
                        buyer.getString("email")),
                stored.getDate(ASKED_AT).toInstant(),
                stored.getList("papers", Document.class).stream()
                        .map(paper -> new Paper(
                                paper.getString("series"),
                                paper.getString("number"),
                                LocalDate.parse(paper.getString("issuedOn")),
                                paper.getString("by"),
                                paper.get("back") instanceof Number back ? back.longValue() : 0))
                        .toList(),
                stored.getString("trouble"),
                stored.getInteger(HEARD));
    }
}
