package vn.ocopmarket.indexer.index;

import java.time.Duration;

/** A rebuild that is done. */
public record RebuildReport(String index, RefreshCounts products, Duration took) {}
