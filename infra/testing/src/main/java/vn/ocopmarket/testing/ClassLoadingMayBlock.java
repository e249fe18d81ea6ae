package vn.ocopmarket.testing;

import java.util.stream.Stream;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Lets any thread load and initialize a class, which reads files once and cannot be moved elsewhere. A refusal there would
 * leave the class unusable, and the {@link LinkageError} of every later use is one that Reactor does not pass on: whoever
 * waits for the answer would wait for ever.
 */
public final class ClassLoadingMayBlock implements BlockHoundIntegration {

    private static final String INITIALIZER = "<clinit>";
    private static final StackWalker STACK = StackWalker.getInstance();

    @Override
    public void applyTo(BlockHound.Builder builder) {
        var _ = builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
                .blockingMethodCallback(ClassLoadingMayBlock::refuseUnlessInitializing);
    }

    private static void refuseUnlessInitializing(BlockingMethod method) {
        if (!STACK.walk(ClassLoadingMayBlock::isInitializing)) {
            var refusal = new BlockingOperationError(method);
            // Where a network library catches the refusal nobody else would hear of it.
            var _ = Thread.ofPlatform().daemon().start(refusal::printStackTrace);
            throw refusal;
        }
    }

    private static boolean isInitializing(Stream<StackWalker.StackFrame> frames) {
        return frames.anyMatch(frame -> frame.getMethodName().equals(INITIALIZER));
    }
}
