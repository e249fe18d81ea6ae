package vn.ocopmarket.storefront.producerdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection found about a producer, as the catalogue tells of it.
 *
 * @param state such as {@code OPEN}
 * @param overdue whether the deadline passed without an answer
 * @param rest the certificate that was suspended because of it, or null
 * @param permitted what can be done about it, such as {@code ANSWER}
 */
public record OwnFinding(
        String id,
        Subject subject,
        Report report,
        String state,
        @Nullable LocalDate deadline,
        boolean overdue,
        @Nullable Answer answer,
        @Nullable Rest rest,
        @Nullable String conclusion,
        List<String> permitted,
        List<Step> history) {

    /** Whether its producer can still say something. */
    public boolean isAnswerable() {
        return permitted.contains("ANSWER");
    }

    /** What it is about: a producer, a product or a lot. */
    public record Subject(
            String kind,
            String label,
            String producerId,
            @Nullable String productId) {}

    /** What was seen, and by which rule it is wrong. */
    public record Report(String what, String ground, String severity, List<Evidence> evidence, Instant at) {}

    /** A picture or document that proves it. */
    public record Evidence(String sha256, String name, String type, long bytes) {}

    /** What the producer last said. */
    public record Answer(String words, Instant at) {}

    /**
     * The certificate that was suspended.
     *
     * @param carriedOut false while the certificate itself is still to be told
     */
    public record Rest(String productId, String number, LocalDate from, String reason, boolean carriedOut) {}

    /** Something that was done about it. */
    public record Step(Instant at, String what, String words) {}
}
