/** The desk and the API of the words that search understands. */
@NullMarked
package vn.ocopmarket.storefront.wording.web;

import org.jspecify.annotations.NullMarked;
