/** How search results are ordered: the weights, and the page that publishes them. */
@NullMarked
package vn.ocopmarket.storefront.ranking;

import org.jspecify.annotations.NullMarked;
