package vn.ocopmarket.standalone.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A row of the catalogue's import, with the names of its columns. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportRow(
        String product,
        String producer,
        @Nullable String producerKind,
        String province,
        @Nullable String commune,
        @Nullable String communeCode,
        String group,
        String stars,
        String decision,
        String issuedBy,
        String issuedOn,
        String validUntil,
        String sku,
        String variant,
        @Nullable String price,
        String taxClass,
        String story) {

    static ImportRow of(SampleProduct product, SampleCertificates.Columns certificate, String notice) {
        var price = product.price();
        return new ImportRow(
                product.product(),
                product.producer(),
                product.producerKind(),
                product.provinceAsCertified(),
                product.communeAsCertified(),
                product.communeCode(),
                Integer.toString(product.group()),
                Integer.toString(product.stars()),
                certificate.decision(),
                certificate.issuedBy(),
                certificate.issuedOn().toString(),
                certificate.validUntil().toString(),
                product.sku(),
                product.label(),
                price == null ? null : price.toString(),
                product.taxClass(),
                product.story() + " " + notice);
    }
}
