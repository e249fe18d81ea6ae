/** Events as JSON, checked against the schema of the standard. */
@NullMarked
package vn.ocopmarket.catalog.epcis.json;

import org.jspecify.annotations.NullMarked;
