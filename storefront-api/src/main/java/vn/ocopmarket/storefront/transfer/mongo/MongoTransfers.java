package vn.ocopmarket.storefront.transfer.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.transfer.Transfers;
import vn.ocopmarket.storefront.transfer.domain.Reception;
import vn.ocopmarket.storefront.transfer.domain.Transfer;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Parcel;
import vn.ocopmarket.storefront.transfer.domain.Transfer.State;

@Component
final class MongoTransfers implements Transfers {

    static final String COLLECTION = "transfers";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> transfers;

    MongoTransfers(MongoDatabase database) {
        this.transfers = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Transfer> add(Transfer transfer) {
        return Mono.from(transfers.insertOne(TransferDocuments.document(transfer)))
                .timeout(TIMEOUT)
                .thenReturn(transfer)
                .onErrorResume(Duplicates::isDuplicate, _ -> find(transfer.id()));
    }

    @Override
    public Mono<Transfer> find(String id) {
        return Mono.from(transfers.find(eq("_id", id)).first()).timeout(TIMEOUT).map(TransferDocuments::transfer);
    }

    @Override
    public Mono<Transfer> sent(String id, List<Parcel> parcels) {
        var documents = parcels.stream().map(TransferDocuments::document).toList();
        return change(id, State.SENDING, State.ON_THE_WAY, combine(set("parcels", documents), unset("open")));
    }

    @Override
    public Mono<Transfer> refused(String id) {
        return change(id, State.SENDING, State.REFUSED, unset("open"));
    }

    @Override
    public Mono<Transfer> counted(String id, Reception reception) {
        var begun = combine(
                set("reception", TransferDocuments.document(reception)),
                set("open", true),
                set("steppedAt", Date.from(reception.deed().at())));
        return change(id, State.ON_THE_WAY, State.RECEIVING, begun);
    }

    @Override
    public Mono<Transfer> received(String id) {
        return change(id, State.RECEIVING, State.RECEIVED, unset("open"));
    }

    @Override
    public Flux<Transfer> unfinishedSince(Instant moment, int limit) {
        return Flux.from(transfers
                        .find(and(eq("open", true), lt("steppedAt", Date.from(moment))))
                        .sort(Sorts.ascending("steppedAt"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(TransferDocuments::transfer);
    }

    @Override
    public Flux<Transfer> page(
            @Nullable List<String> locations, @Nullable State state, @Nullable String before, int limit) {
        var conditions = new ArrayList<Bson>();
        if (locations != null) {
            conditions.add(in("locations", locations));
        }
        if (state != null) {
            conditions.add(eq("state", state.name()));
        }
        return olderThan(before).flatMapMany(older -> {
            conditions.add(older);
            return Flux.from(transfers
                            .find(and(conditions))
                            .sort(Sorts.descending("sentAt", "_id"))
                            .limit(limit))
                    .timeout(TIMEOUT)
                    .map(TransferDocuments::transfer);
        });
    }

    private Mono<Bson> olderThan(@Nullable String before) {
        if (before == null) {
            return Mono.just(Filters.empty());
        }
        return Mono.from(transfers.find(eq("_id", before)).first())
                .timeout(TIMEOUT)
                .map(last -> last.getDate("sentAt"))
                .map(at -> or(lt("sentAt", at), and(eq("sentAt", at), lt("_id", before))));
    }

    private Mono<Transfer> change(String id, State from, State to, Bson what) {
        return Mono.from(transfers.findOneAndUpdate(
                        and(eq("_id", id), eq("state", from.name())),
                        combine(set("state", to.name()), what),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .timeout(TIMEOUT)
                .map(TransferDocuments::transfer);
    }
}
