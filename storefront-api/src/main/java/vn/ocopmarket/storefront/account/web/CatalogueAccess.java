package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static vn.ocopmarket.storefront.account.Permission.KEEP_CERTIFICATES;
import static vn.ocopmarket.storefront.account.Permission.KEEP_OWN_PRODUCTS;
import static vn.ocopmarket.storefront.account.Permission.READ_CHANGES;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;

import java.util.List;

/** Desks of the catalogue, which decides by its own table for each province and producer. */
final class CatalogueAccess {

    static final List<AccessRule> LINES = List.of(
            needs(GET, "/staff/imports", KEEP_CERTIFICATES),
            needs(POST, "/staff/imports", KEEP_CERTIFICATES),
            needs(GET, "/staff/imports/template.xlsx", KEEP_CERTIFICATES),
            needs(GET, "/staff/imports/{id}", KEEP_CERTIFICATES),
            needs(GET, "/staff/imports/{id}/progress", KEEP_CERTIFICATES),
            needs(GET, "/staff/imports/{id}/files/{name}", KEEP_CERTIFICATES),
            needs(POST, "/staff/imports/{id}/applications", KEEP_CERTIFICATES),
            needs(POST, "/staff/imports/{id}/undoings", KEEP_CERTIFICATES),
            needs(POST, "/staff/imports/{id}/undoings/{product}", KEEP_CERTIFICATES),
            needs(GET, "/staff/products", KEEP_OWN_PRODUCTS),
            needs(GET, "/staff/products/{id}", KEEP_OWN_PRODUCTS),
            needs(POST, "/staff/products/{id}/prices", KEEP_OWN_PRODUCTS),
            needs(POST, "/staff/products/{id}/packs", KEEP_OWN_PRODUCTS),
            needs(GET, "/staff/products/{id}/pictures", KEEP_OWN_PRODUCTS),
            needs(POST, "/staff/products/{id}/pictures", KEEP_OWN_PRODUCTS),
            needs(GET, "/staff/products/{id}/story", KEEP_OWN_PRODUCTS),
            needs(POST, "/staff/products/{id}/story", KEEP_OWN_PRODUCTS),
            needs(GET, "/staff/proposals", KEEP_OWN_PRODUCTS),
            needs(POST, "/staff/proposals/{id}/withdrawals", KEEP_OWN_PRODUCTS),
            needs(GET, "/staff/changes", READ_CHANGES),
            needs(POST, "/staff/changes", READ_CHANGES),
            needs(POST, "/staff/changes/{id}/returns", READ_CHANGES),
            needs(GET, "/staff/certificates", KEEP_CERTIFICATES),
            needs(GET, "/staff/certificates/export.{type}", KEEP_CERTIFICATES),
            needs(POST, "/staff/certificates/bulk", KEEP_CERTIFICATES),
            needs(POST, "/staff/certificates/bulk/acts", KEEP_CERTIFICATES),
            needs(GET, "/staff/certificates/{product}", KEEP_CERTIFICATES),
            needs(POST, "/staff/certificates/{product}/issue", KEEP_CERTIFICATES),
            needs(POST, "/staff/certificates/{product}/acts", KEEP_CERTIFICATES),
            needs(POST, "/staff/certificates/{product}/dossier", KEEP_CERTIFICATES));

    private CatalogueAccess() {}
}
