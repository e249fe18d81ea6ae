package vn.ocopmarket.indexer.rebuild;

import java.time.Duration;
import vn.ocopmarket.indexer.index.RefreshCounts;

/** A rebuild that is done. */
public record RebuildReport(String index, RefreshCounts products, Duration took) {}
