/** What happened to goods, as EPCIS 2.0 events: captured, kept for good, asked for and handed on. */
@NullMarked
package vn.ocopmarket.catalog.epcis;

import org.jspecify.annotations.NullMarked;
