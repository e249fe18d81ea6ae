@NullMarked
package vn.ocopmarket.storefront.browse.web;

import org.jspecify.annotations.NullMarked;
