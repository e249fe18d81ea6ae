package vn.ocopmarket.catalog.certificate;

import java.util.List;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.ProductRecord;

/** What a product's certificates and papers are to be, and what is told of it. */
record ProductChange(List<Certificate> certificates, Dossier dossier, String what, String of, String why) {

    static ProductChange none(ProductRecord product) {
        return new ProductChange(product.certificates(), product.dossier(), "", "", "");
    }
}
