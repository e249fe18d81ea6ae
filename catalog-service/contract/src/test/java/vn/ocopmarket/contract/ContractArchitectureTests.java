package vn.ocopmarket.contract;

import vn.ocopmarket.testing.ArchitectureTests;
import vn.ocopmarket.testing.ContractRules;

class ContractArchitectureTests extends ArchitectureTests {

    private static final String ROOT = "vn.ocopmarket.contract";

    /** Forty at first; the answers of trace links and the programme's figures travel between the services too. */
    private static final int MOST_TYPES = 44;

    ContractArchitectureTests() {
        super(ROOT, ContractRules.of(ROOT, MOST_TYPES));
    }
}
