/** The proof behind a star, for everybody: signed decisions and stamps. */
@NullMarked
package vn.ocopmarket.storefront.certificate;

import org.jspecify.annotations.NullMarked;
