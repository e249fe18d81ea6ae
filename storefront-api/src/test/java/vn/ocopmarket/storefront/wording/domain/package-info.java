@NullMarked
package vn.ocopmarket.storefront.wording.domain;

import org.jspecify.annotations.NullMarked;
