package vn.ocopmarket.storefront.wording;

import java.util.List;
import vn.ocopmarket.storefront.wording.domain.GroupRules.Fault;
import vn.ocopmarket.storefront.wording.domain.Wording;

/** What became of an officer's step. */
public sealed interface WordingOutcome {

    /** It is so, and searches follow within seconds. */
    record Done(Wording wording) implements WordingOutcome {}

    /** The group cannot be so. */
    record Wrong(List<Fault> faults) implements WordingOutcome {

        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Somebody changed it since it was read.
     *
     * @param version it has at least by now
     */
    record Stale(long version) implements WordingOutcome {}

    /** Only what does not count, and did not come with the market, is changed. */
    record Fixed() implements WordingOutcome {}

    /** There is none. */
    record Unknown() implements WordingOutcome {}
}
