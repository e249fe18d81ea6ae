package vn.ocopmarket.catalog.stamp.domain;

import java.time.LocalDate;

/**
 * How a batch came to be printed.
 *
 * @param issuer the office, as it stands on the stamps
 * @param order number of the decision or of the order
 * @param design in words, such as size and colour; may be empty
 */
public record Printing(String issuer, String order, String design, LocalDate on) {}
