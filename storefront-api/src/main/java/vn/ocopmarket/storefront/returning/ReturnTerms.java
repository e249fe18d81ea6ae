package vn.ocopmarket.storefront.returning;

import java.time.LocalDate;
import java.util.List;

/** For how long goods may be sent back, for whoever tells buyers. */
@FunctionalInterface
public interface ReturnTerms {

    /** What holds for goods that are delivered on a day. */
    List<Term> on(LocalDate day);

    /**
     * One reason.
     *
     * @param reason its words are the message {@code returning.reason.<reason>}
     * @param days after the day of delivery
     */
    record Term(String reason, int days) {}
}
