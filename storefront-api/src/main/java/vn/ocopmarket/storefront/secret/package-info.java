/** How secrets are kept: passwords and one-time secrets as hashes. */
@NullMarked
package vn.ocopmarket.storefront.secret;

import org.jspecify.annotations.NullMarked;
