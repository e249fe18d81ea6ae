/** How programs use a running market: as signed-in people, through its public APIs. */
@NullMarked
package vn.ocopmarket.standalone.client;

import org.jspecify.annotations.NullMarked;
