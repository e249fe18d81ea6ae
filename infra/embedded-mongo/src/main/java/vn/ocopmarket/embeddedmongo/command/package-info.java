/** The commands of the server: what each does, and what is refused by name because it cannot be done right. */
@NullMarked
package vn.ocopmarket.embeddedmongo.command;

import org.jspecify.annotations.NullMarked;
