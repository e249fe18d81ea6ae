/** Vietnamese text: canonical form, folding for search, slugs. */
@NullMarked
package vn.ocopmarket.contract.text;

import org.jspecify.annotations.NullMarked;
