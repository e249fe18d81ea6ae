/** catalog-service as the desks ask it. */
@NullMarked
package vn.ocopmarket.storefront.desk.http;

import org.jspecify.annotations.NullMarked;
