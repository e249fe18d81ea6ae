@NullMarked
package vn.ocopmarket.storefront.wording.web;

import org.jspecify.annotations.NullMarked;
