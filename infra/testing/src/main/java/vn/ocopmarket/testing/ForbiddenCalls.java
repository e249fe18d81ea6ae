package vn.ocopmarket.testing;

import com.tngtech.archunit.core.domain.JavaCall;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Calls that only one named kind of class may make. */
final class ForbiddenCalls {

    private static final Set<String> PUBLISHERS = Set.of("reactor.core.publisher.Mono", "reactor.core.publisher.Flux");
    private static final Set<String> LEAVING_REACTOR = Set.of("toIterable", "toStream", "subscribe");

    private ForbiddenCalls() {}

    /** A class named {@code …Worker} may subscribe: it is where a background stream starts. */
    static boolean blocks(JavaCall<?> call) {
        var owner = call.getTargetOwner().getFullName();
        var name = call.getName();
        if (owner.equals("java.lang.Thread")) {
            return name.equals("sleep");
        }
        var leaves = name.startsWith("block") || LEAVING_REACTOR.contains(name);
        return PUBLISHERS.contains(owner) && leaves && !(name.equals("subscribe") && originEndsWith(call, "Worker"));
    }

    static boolean sharesAScheduler(JavaCall<?> call) {
        return call.getTargetOwner().getFullName().equals("reactor.core.scheduler.Schedulers")
                && !originEndsWith(call, "Schedulers");
    }

    static boolean makesTimeOrIds(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var name = call.getName();
        var readsTheTime = name.equals("now")
                && owner.getPackageName().equals("java.time")
                && call.getTarget().getRawParameterTypes().isEmpty();
        var makesAnId = owner.isEquivalentTo(UUID.class) && name.equals("randomUUID") && !originEndsWith(call, "Ids");
        return readsTheTime || makesAnId || owner.isEquivalentTo(Random.class) && name.equals("<init>");
    }

    private static boolean originEndsWith(JavaCall<?> call, String suffix) {
        var origin = call.getOriginOwner();
        while (origin.getEnclosingClass().isPresent()) {
            origin = origin.getEnclosingClass().get();
        }
        return origin.getSimpleName().endsWith(suffix);
    }
}
