package vn.ocopmarket.catalog.place;

/** A district as it was before 1 July 2025, when districts were abolished. */
public record FormerDistrict(String code, String name, FormerProvince province) {}
