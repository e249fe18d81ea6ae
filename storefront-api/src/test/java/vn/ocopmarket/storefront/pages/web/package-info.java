@NullMarked
package vn.ocopmarket.storefront.pages.web;

import org.jspecify.annotations.NullMarked;
