@NullMarked
package vn.ocopmarket.storefront.trace.http;

import org.jspecify.annotations.NullMarked;
