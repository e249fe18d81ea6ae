package vn.ocopmarket.catalog.certificate.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.certificate.DueList;
import vn.ocopmarket.catalog.certificate.FindCertificates.Choice;
import vn.ocopmarket.catalog.certificate.FindCertificates.Found;
import vn.ocopmarket.catalog.certificate.Standing;
import vn.ocopmarket.contract.product.CertificateState;

/**
 * A page of a list.
 *
 * @param day for which everything is judged
 * @param counts of all lists with the same filters
 * @param total rows of this list
 * @param pages of this list
 */
record CertificateListView(
        LocalDate day,
        Map<DueList, Integer> counts,
        List<Choice> communes,
        List<Choice> groups,
        int total,
        int page,
        int pages,
        List<Row> items) {

    static CertificateListView of(Found found, int page, int size) {
        var all = found.standings();
        var first = Math.min((long) (page - 1) * size, all.size());
        return new CertificateListView(
                found.day(),
                found.counts(),
                found.communes(),
                found.groups(),
                all.size(),
                page,
                Math.max(1, Math.ceilDiv(all.size(), size)),
                all.stream().skip(first).limit(size).map(Row::of).toList());
    }

    /**
     * A product with a certificate that is the last word on some of its variants.
     *
     * @param revision of the product
     * @param certificate or null when it never had one
     */
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

        static Row of(Standing standing) {
            var product = standing.product();
            return new Row(
                    product.id(),
                    product.revision(),
                    product.slug(),
                    product.name(),
                    product.producer().id(),
                    product.producer().name(),
                    product.place().provinceCode(),
                    product.place().provinceName(),
                    product.place().communeName(),
                    product.group().name(),
                    product.group().nameEn(),
                    Proof.of(standing));
        }
    }

    /** @param hasFile whether the signed decision is here */
    record Proof(
            String number,
            String decision,
            int stars,
            LocalDate issuedOn,
            LocalDate lastDay,
            long daysLeft,
            @Nullable CertificateState state,
            @Nullable LocalDate renewalAskedOn,
            boolean hasFile) {

        static @Nullable Proof of(Standing standing) {
            var certificate = standing.certificate();
            return certificate == null
                    ? null
                    : new Proof(
                            certificate.number(),
                            certificate.decision(),
                            certificate.stars(),
                            certificate.issuedOn(),
                            certificate.lastDay(),
                            standing.daysLeft(),
                            standing.state(),
                            certificate.life().renewalAskedOn(),
                            certificate.evidence().file() != null);
        }
    }
}
