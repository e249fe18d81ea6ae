package vn.ocopmarket.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Lets any thread load a class, which reads a file once and cannot be moved elsewhere. */
public final class ClassLoadingMayBlock implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        var _ = builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
    }
}
