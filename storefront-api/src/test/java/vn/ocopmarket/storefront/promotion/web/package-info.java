@NullMarked
package vn.ocopmarket.storefront.promotion.web;

import org.jspecify.annotations.NullMarked;
