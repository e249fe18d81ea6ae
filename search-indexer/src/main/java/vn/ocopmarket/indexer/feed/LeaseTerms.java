package vn.ocopmarket.indexer.feed;

import java.time.Duration;

/** How long a lease lasts without a heartbeat. */
public record LeaseTerms(Duration duration) {}
