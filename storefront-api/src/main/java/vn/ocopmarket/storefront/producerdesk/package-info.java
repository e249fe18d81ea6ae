/** Where producers keep their products true, and where officers read what they want shown. */
@NullMarked
package vn.ocopmarket.storefront.producerdesk;

import org.jspecify.annotations.NullMarked;
