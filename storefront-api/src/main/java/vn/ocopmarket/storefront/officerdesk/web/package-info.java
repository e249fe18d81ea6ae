/** Pages of the officers' desk. */
@NullMarked
package vn.ocopmarket.storefront.officerdesk.web;

import org.jspecify.annotations.NullMarked;
