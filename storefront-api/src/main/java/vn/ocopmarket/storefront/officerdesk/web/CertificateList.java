package vn.ocopmarket.storefront.officerdesk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of a list of certificates, as the catalogue answers. */
record CertificateList(
        LocalDate day,
        Map<String, Integer> counts,
        List<Choice> communes,
        List<Choice> groups,
        int total,
        int page,
        int pages,
        List<Row> items) {

    record Choice(String code, String name, @Nullable String nameEn, int products) {}

    record Row(
            String product,
            long revision,
            String slug,
            String name,
            String producerId,
            String producer,
            String provinceCode,
            String province,
            @Nullable String commune,
            String group,
            String groupEn,
            @Nullable Proof certificate) {

        /** How a tick names it; see {@link Pick}. */
        public String pick() {
            return new Pick(product, revision, certificate == null ? "" : certificate.number(), name).text();
        }
    }

    record Proof(
            String number,
            String decision,
            int stars,
            LocalDate issuedOn,
            LocalDate lastDay,
            long daysLeft,
            String state,
            @Nullable LocalDate renewalAskedOn,
            boolean hasFile) {}
}
