/** How goods are named in events. */
@NullMarked
package vn.ocopmarket.catalog.epcis.domain;

import org.jspecify.annotations.NullMarked;
