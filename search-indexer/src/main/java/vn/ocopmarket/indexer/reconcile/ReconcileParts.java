package vn.ocopmarket.indexer.reconcile;

import vn.ocopmarket.indexer.feed.LeasedWork;
import vn.ocopmarket.indexer.index.Documents;
import vn.ocopmarket.indexer.index.IndexAccess;
import vn.ocopmarket.indexer.index.Products;

/** What reconciling reads and needs. */
record ReconcileParts(Products products, Documents documents, IndexAccess access, LeasedWork leased) {}
