package vn.ocopmarket.storefront.fair.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.fair.FindFairs;
import vn.ocopmarket.storefront.fair.StockingStalls;
import vn.ocopmarket.storefront.fair.StockingStalls.Transfer;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.pages.Problem;

/** Moves stock to a stall. */
@Controller
class StallStockPages {

    private static final long MOST_AT_ONCE = 100_000;

    private final CurrentStaff staff;
    private final FindFairs fairs;
    private final StockingStalls stalls;
    private final Workbench workbench;

    StallStockPages(CurrentStaff staff, FindFairs fairs, StockingStalls stalls, Workbench workbench) {
        this.staff = staff;
        this.fairs = fairs;
        this.stalls = stalls;
        this.workbench = workbench;
    }

    /** What goes where; {@code once} is new with every form that is shown. */
    record TransferForm(
            @Nullable String once,
            @Nullable String from,
            @Nullable String stall,
            @Nullable String sku,
            @Nullable Long quantity) {

        Transfer transfer(long units) {
            return new Transfer(text(once), text(from), text(stall), text(sku), units);
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    @PostMapping("/staff/fairs/{fair}/stock")
    Mono<Rendering> move(@PathVariable String fair, @ModelAttribute TransferForm form, Locale locale) {
        return staff.get().flatMap(officer -> {
            var asked = new Workbench.Asked(officer, fair, "", locale);
            var quantity = form.quantity();
            if (quantity == null || quantity < 1 || quantity > MOST_AT_ONCE) {
                return workbench.show(asked, FairNotice.badQuantity());
            }
            return fairs.of(officer, fair)
                    .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)))
                    .flatMap(view -> stalls.move(officer, view.fair(), form.transfer(quantity)))
                    .flatMap(outcome -> switch (outcome) {
                        case MovementOutcome.Moved _ -> Mono.just(moved(fair));
                        case MovementOutcome.MovementRefused refused -> workbench.show(asked, FairNotice.of(refused));
                    });
        });
    }

    private static Rendering moved(String fair) {
        return Rendering.redirectTo("/staff/fairs/" + fair + "?done=stock-moved")
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
