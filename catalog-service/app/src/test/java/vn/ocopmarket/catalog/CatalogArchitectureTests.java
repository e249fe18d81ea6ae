package vn.ocopmarket.catalog;

import vn.ocopmarket.testing.ArchitectureRules;
import vn.ocopmarket.testing.ArchitectureTests;

class CatalogArchitectureTests extends ArchitectureTests {

    private static final String ROOT = "vn.ocopmarket.catalog";

    CatalogArchitectureTests() {
        super(ROOT, ArchitectureRules.of(ROOT).all());
    }
}
