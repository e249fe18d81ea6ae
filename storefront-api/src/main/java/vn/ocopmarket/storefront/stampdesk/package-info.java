/** Provincial stamps: the check of a number for everybody, and the desk of the officers who give them out. */
@NullMarked
package vn.ocopmarket.storefront.stampdesk;

import org.jspecify.annotations.NullMarked;
