package vn.ocopmarket.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Lets any thread load a class, with the tables of the contract that belong to it: each file is read once. */
public final class ClassLoadingMayBlock implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        var _ = builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
                .allowBlockingCallsInside("vn.ocopmarket.contract.product.RuleFile", "rows");
    }
}
