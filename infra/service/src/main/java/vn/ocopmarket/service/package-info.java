/** What a service of the market runs on, whatever it does. */
@NullMarked
package vn.ocopmarket.service;

import org.jspecify.annotations.NullMarked;
