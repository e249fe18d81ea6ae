package vn.ocopmarket.storefront.inspection.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of findings, as the catalogue answers. */
record FindingList(LocalDate day, Map<String, Long> counts, long total, int page, int pages, List<Finding> items) {

    /** One finding, as the catalogue answers. */
    record Finding(
            String id,
            long revision,
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

        public boolean permits(String act) {
            return permitted.contains(act);
        }
    }

    record Subject(
            String kind,
            String id,
            String label,
            String producerId,
            String producerName,
            String provinceCode,
            @Nullable String productId) {}

    record Report(String what, String ground, String severity, List<Evidence> evidence, String by, Instant at) {}

    record Evidence(String sha256, String name, String type, long bytes) {}

    record Answer(String words, String by, Instant at) {}

    record Rest(String productId, String number, LocalDate from, String reason, String by, boolean carriedOut) {}

    record Step(Instant at, String who, String what, String words) {}
}
