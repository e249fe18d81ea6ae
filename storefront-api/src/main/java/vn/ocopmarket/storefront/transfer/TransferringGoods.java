package vn.ocopmarket.storefront.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovementOutcome.MovementRefused;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownLocation;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.transfer.TransferOutcome.AnotherTransfer;
import vn.ocopmarket.storefront.transfer.TransferOutcome.CountedOthers;
import vn.ocopmarket.storefront.transfer.TransferOutcome.Done;
import vn.ocopmarket.storefront.transfer.TransferOutcome.NotMoved;
import vn.ocopmarket.storefront.transfer.TransferOutcome.NotOnTheWay;
import vn.ocopmarket.storefront.transfer.TransferOutcome.Unexplained;
import vn.ocopmarket.storefront.transfer.TransferOutcome.UnknownTransfer;
import vn.ocopmarket.storefront.transfer.domain.Reception;
import vn.ocopmarket.storefront.transfer.domain.Reception.Compared;
import vn.ocopmarket.storefront.transfer.domain.Transfer;

/**
 * Sends goods and receives them. The transfer says first what is to happen, then stock follows by movements whose ids come
 * from the transfer's, so each happens once; what a crash left half done is finished by whoever asks again or by the worker.
 */
public final class TransferringGoods {

    private static final Logger LOG = LoggerFactory.getLogger(TransferringGoods.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int BATCH = 100;

    private final Transfers transfers;
    private final MovingStock stock;

    TransferringGoods(Transfers transfers, MovingStock stock) {
        this.transfers = transfers;
        this.stock = stock;
    }

    /**
     * Takes goods from their shelves, the lots that end first, and puts them on the way: they are counted as of the place
     * they go to and sold nowhere. An error means that it is not known how it ended: ask again with the same id.
     */
    public Mono<TransferOutcome> send(Transfer transfer) {
        return apart(transfer)
                .<Mono<TransferOutcome>>map(place -> Mono.just(new NotMoved(new UnknownLocation(place))))
                .orElseGet(() -> transfers
                        .add(transfer)
                        .flatMap(stored -> isSame(stored, transfer) ? goOn(stored) : Mono.just(new AnotherTransfer()))
                        .timeout(TIMEOUT));
    }

    /**
     * Receives what came: what is good can be sold, what is damaged is set aside, what is missing leaves the books with its
     * reason, what was too much enters them. Again with the same reception changes nothing.
     */
    public Mono<TransferOutcome> receive(String id, Reception reception) {
        return transfers
                .find(id)
                .flatMap(transfer -> receive(transfer, reception))
                .defaultIfEmpty(new UnknownTransfer(id))
                .timeout(TIMEOUT);
    }

    /** Finishes steps that were begun before the moment; gives how many transfers there were. One that fails stops no other. */
    Mono<Long> finishSince(Instant moment) {
        return transfers
                .unfinishedSince(moment, BATCH)
                .concatMap(transfer -> goOn(transfer).onErrorResume(failure -> {
                    LOG.warn("Transfer {} could not be finished: {}", transfer.id(), failure.toString());
                    return Mono.empty();
                }))
                .count();
    }

    /** What lies beside a location goes nowhere by a transfer, and nothing is sent there. */
    private static Optional<String> apart(Transfer transfer) {
        return Stream.of(transfer.from(), transfer.to())
                .filter(place -> SetAside.of(place).isPresent())
                .findFirst();
    }

    private Mono<TransferOutcome> receive(Transfer transfer, Reception reception) {
        var earlier = transfer.reception();
        if (earlier != null && earlier.id().equals(reception.id())) {
            return goOn(transfer);
        }
        if (transfer.state() != Transfer.State.ON_THE_WAY) {
            return Mono.just(new NotOnTheWay(transfer));
        }
        var compared = reception.against(transfer.parcels());
        if (compared.isEmpty()) {
            return Mono.just(new CountedOthers(transfer));
        }
        return compared.stream()
                .filter(Compared::isUnexplained)
                .findFirst()
                .<Mono<TransferOutcome>>map(
                        lacking -> Mono.just(new Unexplained(lacking.parcel().sku())))
                .orElseGet(() -> transfers
                        .counted(transfer.id(), reception)
                        .flatMap(this::goOn)
                        .switchIfEmpty(Mono.defer(() -> receive(transfer.id(), reception))));
    }

    private Mono<TransferOutcome> goOn(Transfer transfer) {
        return switch (transfer.state()) {
            case SENDING -> takeOff(transfer);
            case RECEIVING -> putAway(transfer);
            case ON_THE_WAY, RECEIVED -> Mono.just(new Done(transfer));
            // How it was refused is kept with the movement.
            case REFUSED -> takeOff(transfer);
        };
    }

    private Mono<TransferOutcome> takeOff(Transfer transfer) {
        return stock.move(TransferMovements.sending(transfer)).flatMap(outcome -> switch (outcome) {
            case Moved moved ->
                transfers
                        .sent(transfer.id(), TransferMovements.parcels(moved.takes()))
                        .switchIfEmpty(transfers.find(transfer.id()))
                        .map(Done::new);
            case MovementRefused refused -> transfers.refused(transfer.id()).then(Mono.just(new NotMoved(refused)));
        });
    }

    /** One movement after the other, as far as stock allows. */
    private Mono<TransferOutcome> putAway(Transfer transfer) {
        return Flux.fromIterable(TransferMovements.receiving(transfer))
                .concatMap(stock::move)
                .ofType(MovementRefused.class)
                .next()
                .<TransferOutcome>map(NotMoved::new)
                .switchIfEmpty(Mono.defer(() -> transfers
                        .received(transfer.id())
                        .switchIfEmpty(transfers.find(transfer.id()))
                        .map(Done::new)));
    }

    private static boolean isSame(Transfer stored, Transfer asked) {
        return stored.from().equals(asked.from())
                && stored.to().equals(asked.to())
                && stored.asked().equals(asked.asked());
    }
}
