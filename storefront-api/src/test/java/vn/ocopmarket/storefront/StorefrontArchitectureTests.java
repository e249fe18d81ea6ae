package vn.ocopmarket.storefront;

import vn.ocopmarket.testing.ArchitectureRules;
import vn.ocopmarket.testing.ArchitectureTests;

class StorefrontArchitectureTests extends ArchitectureTests {

    private static final String ROOT = "vn.ocopmarket.storefront";

    StorefrontArchitectureTests() {
        super(ROOT, ArchitectureRules.of(ROOT).all());
    }
}
