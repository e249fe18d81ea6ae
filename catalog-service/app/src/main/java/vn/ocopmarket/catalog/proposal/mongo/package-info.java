/** Proposals in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.proposal.mongo;

import org.jspecify.annotations.NullMarked;
