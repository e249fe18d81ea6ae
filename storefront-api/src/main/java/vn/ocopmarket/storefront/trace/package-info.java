/** What a code on a pack leads to: GS1 Digital Links, trace pages, QR codes and labels. */
@NullMarked
package vn.ocopmarket.storefront.trace;

import org.jspecify.annotations.NullMarked;
