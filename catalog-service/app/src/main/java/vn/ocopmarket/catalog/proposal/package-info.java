/** What producers want changed, shown to nobody else until an officer of the province has read it. */
@NullMarked
package vn.ocopmarket.catalog.proposal;

import org.jspecify.annotations.NullMarked;
