package vn.ocopmarket.bench.freshness;

/** What a search result shows of a product that may change: its price and whether it is in stock. */
record Shown(long price, boolean inStock) {}
