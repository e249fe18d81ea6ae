package vn.ocopmarket.storefront.browse.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.CertificateState;

/**
 * A recognition and what it is on the day.
 *
 * @param change how it compares with the one before: FIRST, UPGRADE, DOWNGRADE or RENEWAL
 * @param lastDay the last day on which it shows stars, an extension included
 * @param covers labels of the variants that it names
 * @param coversAll whether those are all there are
 * @param supersededBy number of its successor, or null
 */
record CertificateView(
        String number,
        String decision,
        String issuedBy,
        LocalDate issuedOn,
        LocalDate validUntil,
        int stars,
        CertificateState state,
        String stateLabel,
        @Nullable WithdrawalView withdrawal,
        String change,
        String changeLabel,
        LocalDate lastDay,
        List<String> covers,
        boolean coversAll,
        @Nullable String supersededBy,
        @Nullable ExtensionView extension,
        List<SuspensionView> suspensions,
        @Nullable FileView file,
        @Nullable StatementView statement) {

    /** When and why a certificate was taken back. */
    record WithdrawalView(
            LocalDate on, String reason, @Nullable String decision) {}

    /** Proof for its transition extension. */
    record ExtensionView(LocalDate until, String receipt, LocalDate receivedOn, String receivedBy) {}

    /** When and why it rests. */
    record SuspensionView(LocalDate from, @Nullable LocalDate until, String reason) {}

    /** The signed decision. */
    record FileView(String url, String sha256, long kilobytes) {}

    /** Who said it and when it was checked. */
    record StatementView(
            String kind,
            String kindLabel,
            String who,
            @Nullable String where,
            LocalDate checkedOn,
            String checkedBy) {}
}
