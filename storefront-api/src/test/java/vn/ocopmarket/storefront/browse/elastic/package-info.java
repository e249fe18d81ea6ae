@NullMarked
package vn.ocopmarket.storefront.browse.elastic;

import org.jspecify.annotations.NullMarked;
