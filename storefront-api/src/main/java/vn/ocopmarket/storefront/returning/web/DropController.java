package vn.ocopmarket.storefront.returning.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.idempotency.OperationId;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.returning.AskingStaff;
import vn.ocopmarket.storefront.returning.AskingStaff.Wanted;
import vn.ocopmarket.storefront.returning.HandlingRequests.Deed;

/** Staff take units out of an order that cannot be sent. */
@RestController
class DropController {

    private final AskingStaff asking;
    private final RequestRooms rooms;

    DropController(AskingStaff asking, RequestRooms rooms) {
        this.asking = asking;
        this.rooms = rooms;
    }

    /** The words are told to the buyer. */
    @PostMapping("/api/v1/orders/{id}/drops")
    Mono<ResponseEntity<RequestView>> drop(
            @PathVariable String id,
            @Valid @RequestBody DropRequest request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operation) {
        return rooms.openOrder(id)
                .flatMap(opened -> operation == null
                        ? Mono.error(Problem.of("idempotency-key-required", 400))
                        : asking.dropByStaff(
                                id,
                                operation,
                                request.wanted(),
                                new Deed(opened.member().accountId(), request.words())))
                .map(RequestProblems::done)
                .map(dropped -> ResponseEntity.status(HttpStatus.CREATED).body(RequestView.forStaff(dropped)));
    }

    record DropRequest(
            @NotEmpty @Valid @Size(max = 100) List<DropLine> lines,
            @NotBlank @Size(max = 1000) String words) {

        List<Wanted> wanted() {
            return lines.stream()
                    .map(line -> new Wanted(line.sku(), line.quantity()))
                    .toList();
        }
    }

    record DropLine(
            @NotBlank String sku, @Positive @Max(1_000_000) long quantity) {}
}
