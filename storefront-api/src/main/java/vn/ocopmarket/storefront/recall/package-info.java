/** Lots that are called back: off sale, where they are and went, who was told, and what came of it. */
@NullMarked
package vn.ocopmarket.storefront.recall;

import org.jspecify.annotations.NullMarked;
