package vn.ocopmarket.storefront.inventory.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.service.idempotency.OperationId;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovementOutcome.MovementRefused;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownLocation;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownSkus;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.inventory.web.ApartRequests.Return;
import vn.ocopmarket.storefront.inventory.web.ApartRequests.SettingAside;
import vn.ocopmarket.storefront.inventory.web.MovementRequests.Adjustment;
import vn.ocopmarket.storefront.inventory.web.MovementRequests.Count;
import vn.ocopmarket.storefront.inventory.web.MovementRequests.MovementRequest;
import vn.ocopmarket.storefront.inventory.web.MovementRequests.Receipt;
import vn.ocopmarket.storefront.inventory.web.MovementRequests.Transfer;
import vn.ocopmarket.storefront.pages.Problem;

/** Staff of a location move its stock; the idempotency key, where there is one, makes the movement's id. */
@RestController
@RequestMapping("/api/v1/stock")
class MovementController {

    private static final int SKUS_AT_ONCE = 50;
    private static final int ID_LENGTH = 26;

    private final MovingStock moving;
    private final FindProducts products;
    private final CurrentStaff staff;
    private final RandomIds ids;
    private final Clock clock;

    MovementController(MovingStock moving, FindProducts products, CurrentStaff staff, RandomIds ids, Clock clock) {
        this.moving = moving;
        this.products = products;
        this.staff = staff;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/receipts")
    Mono<ResponseEntity<MovementView>> receive(
            @Valid @RequestBody Receipt request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operationId) {
        return move(request, operationId);
    }

    @PostMapping("/transfers")
    Mono<ResponseEntity<MovementView>> transfer(
            @Valid @RequestBody Transfer request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operationId) {
        return move(request, operationId);
    }

    @PostMapping("/returns")
    Mono<ResponseEntity<MovementView>> takeBack(
            @Valid @RequestBody Return request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operationId) {
        return move(request, operationId);
    }

    @PostMapping("/set-asides")
    Mono<ResponseEntity<MovementView>> setAside(
            @Valid @RequestBody SettingAside request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operationId) {
        return move(request, operationId);
    }

    @PostMapping("/adjustments")
    Mono<ResponseEntity<MovementView>> adjust(
            @Valid @RequestBody Adjustment request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operationId) {
        return move(request, operationId);
    }

    @PostMapping("/counts")
    Mono<ResponseEntity<MovementView>> count(
            @Valid @RequestBody Count request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operationId) {
        return move(request, operationId);
    }

    private Mono<ResponseEntity<MovementView>> move(MovementRequest request, @Nullable String operationId) {
        var id = operationId == null ? ids.next(ID_LENGTH) : operationId;
        if (request instanceof Adjustment adjustment && !adjustment.reason().explains(adjustment.difference())) {
            return Mono.error(Problem.of("invalid-request", 400).with("field", "reason"));
        }
        if (request.comesToTooMuch()) {
            return Mono.error(Problem.of("invalid-request", 400).with("field", "lines"));
        }
        return staff.get()
                .filter(member -> mayMove(member, request))
                .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)))
                .flatMap(member ->
                        unknown(request).switchIfEmpty(Mono.defer(() -> moving.move(movement(id, request, member)))))
                .map(MovementController::answer);
    }

    private Movement movement(String id, MovementRequest request, StaffMember member) {
        return new Movement(
                id,
                request.kind(),
                request.place(),
                request.toLocationId(),
                request.movementLines(),
                member.email(),
                request.note(),
                clock.instant(),
                request.reason());
    }

    private static boolean mayMove(StaffMember member, MovementRequest request) {
        var to = request.toLocationId();
        var from = request.locationId();
        // What is on its way belongs to its transfer.
        var onItsWay = SetAside.of(from).filter(SetAside.IN_TRANSIT::equals).isPresent();
        return !onItsWay
                && member.may(permission(request), Where.location(SetAside.locationOf(from)))
                && (to == null || !to.equals(from));
    }

    private static Permission permission(MovementRequest request) {
        return switch (request) {
            case Receipt _, Return _ -> Permission.RECEIVE_STOCK;
            case Transfer _ -> Permission.TRANSFER_STOCK;
            case Adjustment _, Count _, SettingAside _ -> Permission.CORRECT_STOCK;
        };
    }

    /** Empty when everything that is named is there. */
    private Mono<MovementOutcome> unknown(MovementRequest request) {
        return Flux.fromIterable(request.locations())
                .filter(id -> SetAside.of(id).isPresent())
                .next()
                .<MovementOutcome>map(UnknownLocation::new)
                .switchIfEmpty(Mono.defer(() -> unknownSkus(request).map(UnknownSkus::new)));
    }

    /** Empty when the catalogue knows them all. */
    private Mono<List<String>> unknownSkus(MovementRequest request) {
        var asked = request.movementLines().stream()
                .map(Movement.Line::sku)
                .distinct()
                .toList();
        return Flux.fromIterable(asked)
                .buffer(SKUS_AT_ONCE)
                .concatMap(products::currentBySku)
                .flatMapIterable(
                        product -> product.variants().stream().map(Variant::sku).toList())
                .collectList()
                .map(known -> without(asked, new HashSet<>(known)))
                .filter(unknown -> !unknown.isEmpty());
    }

    private static List<String> without(List<String> asked, Set<String> known) {
        return asked.stream().filter(sku -> !known.contains(sku)).toList();
    }

    private static ResponseEntity<MovementView> answer(MovementOutcome outcome) {
        return switch (outcome) {
            case Moved moved -> ResponseEntity.status(HttpStatus.CREATED).body(MovementView.of(moved.movement()));
            case MovementRefused refused -> throw StockProblems.of(refused);
        };
    }
}
