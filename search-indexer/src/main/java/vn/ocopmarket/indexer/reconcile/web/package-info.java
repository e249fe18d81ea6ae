/** The management endpoint of the reconciliation. */
@NullMarked
package vn.ocopmarket.indexer.reconcile.web;

import org.jspecify.annotations.NullMarked;
