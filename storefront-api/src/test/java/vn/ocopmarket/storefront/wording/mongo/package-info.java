@NullMarked
package vn.ocopmarket.storefront.wording.mongo;

import org.jspecify.annotations.NullMarked;
