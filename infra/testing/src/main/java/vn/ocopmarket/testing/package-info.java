/** What tests of all modules share: the architecture rules and real stores. Never shipped in a service. */
@NullMarked
package vn.ocopmarket.testing;

import org.jspecify.annotations.NullMarked;
