package vn.ocopmarket.storefront.suggest.domain;

import java.time.LocalDate;

/** How many people found something with these words on a day. */
public record DayCount(String query, LocalDate day, int people) {}
