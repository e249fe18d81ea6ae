package vn.ocopmarket.contract;

import vn.ocopmarket.testing.ArchitectureTests;
import vn.ocopmarket.testing.ContractRules;

class ContractArchitectureTests extends ArchitectureTests {

    private static final String ROOT = "vn.ocopmarket.contract";

    ContractArchitectureTests() {
        super(ROOT, ContractRules.of(ROOT, 40));
    }
}
