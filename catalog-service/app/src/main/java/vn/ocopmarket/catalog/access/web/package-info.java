/** Guards the HTTP interface: reads are open on this internal port, writes need a token of ours. */
@NullMarked
package vn.ocopmarket.catalog.access.web;

import org.jspecify.annotations.NullMarked;
