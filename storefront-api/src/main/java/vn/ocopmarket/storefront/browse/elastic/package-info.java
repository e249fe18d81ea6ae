/** The search index in Elasticsearch: queries are written and answers read as streams of JSON. */
@NullMarked
package vn.ocopmarket.storefront.browse.elastic;

import org.jspecify.annotations.NullMarked;
