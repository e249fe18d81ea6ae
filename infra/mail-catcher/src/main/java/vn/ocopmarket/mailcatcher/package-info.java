/** A mail server that carries nothing on and shows what it was given, on the loopback address only. */
@NullMarked
package vn.ocopmarket.mailcatcher;

import org.jspecify.annotations.NullMarked;
