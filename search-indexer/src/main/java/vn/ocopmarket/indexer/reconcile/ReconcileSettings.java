package vn.ocopmarket.indexer.reconcile;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the index is compared with the catalogue.
 *
 * @param first after the start
 * @param every after that
 */
@ConfigurationProperties("ocop.reconcile")
record ReconcileSettings(
        @DefaultValue("5m") Duration first,
        @DefaultValue("1h") Duration every) {}
