package vn.ocopmarket.indexer;

import vn.ocopmarket.testing.ArchitectureRules;
import vn.ocopmarket.testing.ArchitectureTests;

class IndexerArchitectureTests extends ArchitectureTests {

    private static final String ROOT = "vn.ocopmarket.indexer";

    IndexerArchitectureTests() {
        super(ROOT, ArchitectureRules.of(ROOT).all());
    }
}
