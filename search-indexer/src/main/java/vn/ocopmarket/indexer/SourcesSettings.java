package vn.ocopmarket.indexer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the services are and how to sign in. */
@ConfigurationProperties("ocop")
record SourcesSettings(Catalog catalog, Storefront storefront) {

    /** Its reads are open on its internal port. */
    record Catalog(String url) {}

    /**
     * Its availability is for services only.
     *
     * @param email of an account with the role SERVICE
     */
    record Storefront(
            String url,
            @DefaultValue("") String email,
            @DefaultValue("") String password) {}
}
