/** The whole service as buyers and programs meet it, over HTTP. */
@org.jspecify.annotations.NullMarked
package vn.ocopmarket.storefront.shop;
