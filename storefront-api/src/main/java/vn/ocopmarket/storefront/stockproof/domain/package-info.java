/** What an order may have been promised, judged without asking anybody. */
@NullMarked
package vn.ocopmarket.storefront.stockproof.domain;

import org.jspecify.annotations.NullMarked;
