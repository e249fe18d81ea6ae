package vn.ocopmarket.indexer.index;

import vn.ocopmarket.indexer.feed.LeasedWork;
import vn.ocopmarket.indexer.feed.Leases;

/** What making an index anew needs. */
record RebuildParts(Indices indices, IndexDefinition definition, Products products, LeasedWork leased, Leases leases) {}
