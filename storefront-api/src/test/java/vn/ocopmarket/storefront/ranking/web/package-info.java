@NullMarked
package vn.ocopmarket.storefront.ranking.web;

import org.jspecify.annotations.NullMarked;
