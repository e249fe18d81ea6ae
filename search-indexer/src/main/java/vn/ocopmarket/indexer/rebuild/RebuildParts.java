package vn.ocopmarket.indexer.rebuild;

import vn.ocopmarket.indexer.feed.LeasedWork;
import vn.ocopmarket.indexer.feed.Leases;
import vn.ocopmarket.indexer.index.IndexDefinition;
import vn.ocopmarket.indexer.index.Indices;
import vn.ocopmarket.indexer.index.Products;

/** What making an index anew needs. */
record RebuildParts(Indices indices, IndexDefinition definition, Products products, LeasedWork leased, Leases leases) {}
