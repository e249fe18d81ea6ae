@NullMarked
package vn.ocopmarket.storefront.recall.http;

import org.jspecify.annotations.NullMarked;
