/** Fairs for the public and for the officers who run them. */
@NullMarked
package vn.ocopmarket.storefront.fair.web;

import org.jspecify.annotations.NullMarked;
