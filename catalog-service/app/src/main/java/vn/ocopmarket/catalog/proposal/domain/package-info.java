/** What of a product a producer may change, how two wishes meet, and how a proposal goes from one state to the next. */
@NullMarked
package vn.ocopmarket.catalog.proposal.domain;

import org.jspecify.annotations.NullMarked;
