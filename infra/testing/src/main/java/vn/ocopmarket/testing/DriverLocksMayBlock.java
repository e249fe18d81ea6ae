package vn.ocopmarket.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Lets the MongoDB driver wait for the lock of its connection pool, which is held for moments only. */
public final class DriverLocksMayBlock implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        for (var method : new String[] {
            "withLock", "checkedWithLock", "withInterruptibleLock", "checkedWithInterruptibleLock", "lockInterruptibly"
        }) {
            var _ = builder.allowBlockingCallsInside("com.mongodb.internal.Locks", method);
        }
    }
}
