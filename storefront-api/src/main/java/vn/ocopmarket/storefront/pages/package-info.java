/** What every page and every answer shares: layout, language, problems, headers. Depends on no other feature. */
@NullMarked
package vn.ocopmarket.storefront.pages;

import org.jspecify.annotations.NullMarked;
