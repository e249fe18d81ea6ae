/** Starts the whole market on one machine: every service and every embedded server as a process of its own. */
@NullMarked
package vn.ocopmarket.standalone;

import org.jspecify.annotations.NullMarked;
