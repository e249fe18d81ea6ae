@NullMarked
package vn.ocopmarket.storefront.trace.web;

import org.jspecify.annotations.NullMarked;
