/** What inspections find: recorded, answered by producers, closed by inspectors; certificates rest because of it. */
@NullMarked
package vn.ocopmarket.catalog.inspection;

import org.jspecify.annotations.NullMarked;
