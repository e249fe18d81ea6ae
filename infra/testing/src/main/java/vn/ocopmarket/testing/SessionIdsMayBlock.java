package vn.ocopmarket.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Lets the MongoDB driver draw the random id of a session, which reads the system's random device now and then. */
public final class SessionIdsMayBlock implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        var _ = builder.allowBlockingCallsInside(
                "com.mongodb.internal.session.ServerSessionPool", "createNewServerSessionIdentifier");
    }
}
