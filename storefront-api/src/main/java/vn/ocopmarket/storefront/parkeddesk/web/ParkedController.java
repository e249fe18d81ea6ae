package vn.ocopmarket.storefront.parkeddesk.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.parked.HandlingParked;
import vn.ocopmarket.storefront.parked.Parked;
import vn.ocopmarket.storefront.parked.ParkingPlace.Dropping;

/** Work that waits for a person. */
@RestController
@RequestMapping("/api/v1/parked")
class ParkedController {

    private static final int MOST = 200;

    private final HandlingParked handling;
    private final CurrentStaff staff;

    ParkedController(HandlingParked handling, CurrentStaff staff) {
        this.handling = handling;
        this.staff = staff;
    }

    /** The oldest of each kind; what is handled makes room for the rest. */
    @GetMapping
    Mono<ParkedPage> all() {
        return handling.all(MOST)
                .concatMapIterable(HandlingParked.Kind::parked)
                .collectList()
                .map(items -> new ParkedPage(items, null));
    }

    @PostMapping("/{kind}/{id}/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> replay(@PathVariable String kind, @PathVariable String id) {
        return handling.replay(kind, id).flatMap(ParkedController::orGone);
    }

    @PostMapping("/{kind}/{id}/drops")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> drop(@PathVariable String kind, @PathVariable String id, @Valid @RequestBody DropRequest request) {
        var choices = handling.choices(kind);
        var choice = Objects.requireNonNullElse(request.choice(), "");
        if (!choices.isEmpty() && !choices.contains(choice)) {
            return Mono.error(
                    Problem.of("invalid-request", 400).with("field", "choice").with("allowed", choices));
        }
        return staff.get()
                .flatMap(member -> handling.drop(kind, id, new Dropping(request.reason(), member.accountId(), choice)))
                .flatMap(ParkedController::orGone);
    }

    private static Mono<Void> orGone(boolean done) {
        return done ? Mono.empty() : Mono.error(() -> Problem.of("not-found", 404));
    }

    /**
     * Nobody will do it.
     *
     * @param reason why nobody needs it any more
     * @param choice what becomes of what it left behind, of a kind that leaves something
     */
    record DropRequest(
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 40) String choice) {}

    record ParkedPage(List<Parked> items, @Nullable String next) {}
}
