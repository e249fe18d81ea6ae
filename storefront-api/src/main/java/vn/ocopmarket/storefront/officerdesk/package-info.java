/** The desk of OCOP officers: certificates by what they are today, the papers of products, acts on one and on many. */
@NullMarked
package vn.ocopmarket.storefront.officerdesk;

import org.jspecify.annotations.NullMarked;
