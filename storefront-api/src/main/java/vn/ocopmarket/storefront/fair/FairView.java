package vn.ocopmarket.storefront.fair;

import java.util.List;
import vn.ocopmarket.storefront.fair.domain.Fair;

/**
 * A fair with what is shown at it, judged for the days that are left.
 *
 * @param over whether its last day has passed or it was closed
 */
public record FairView(Fair fair, List<JudgedPick> picks, boolean over) {

    public FairView {
        picks = List.copyOf(picks);
    }

    /** What may be sold there. */
    public List<JudgedPick> shown() {
        return picks.stream().filter(JudgedPick::isFit).toList();
    }

    /** What may not be sold there any more. */
    public List<JudgedPick> gone() {
        return picks.stream().filter(pick -> !pick.isFit()).toList();
    }
}
