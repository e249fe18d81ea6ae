/** Who makes OCOP products. */
@NullMarked
package vn.ocopmarket.catalog.producer;

import org.jspecify.annotations.NullMarked;
