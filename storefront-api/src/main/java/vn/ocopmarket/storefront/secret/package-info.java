/** How secrets are kept: passwords and one-time secrets as hashes, what must be read again sealed. */
@NullMarked
package vn.ocopmarket.storefront.secret;

import org.jspecify.annotations.NullMarked;
