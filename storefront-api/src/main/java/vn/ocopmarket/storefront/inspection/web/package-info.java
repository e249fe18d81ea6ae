/** Pages of the inspectors' desk. */
@NullMarked
package vn.ocopmarket.storefront.inspection.web;

import org.jspecify.annotations.NullMarked;
