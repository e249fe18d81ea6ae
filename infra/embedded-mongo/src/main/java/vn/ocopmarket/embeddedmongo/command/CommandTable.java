package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ocopmarket.embeddedmongo.store.Store;

/** Finds the command, refuses what it cannot do right, does it, and says when its effect is on disk. */
public final class CommandTable {

    private static final Logger log = LoggerFactory.getLogger(CommandTable.class);
    private static final long SLOW_MILLISECONDS = 250;
    private static final Set<String> GROWING = Set.of("insert", "update", "findandmodify", "create", "createindexes");
    private static final Set<String> WRITING = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "drop",
            "dropdatabase",
            "createindexes",
            "dropindexes",
            "renamecollection");

    private final Store store;
    private final long maxBytes;
    private final Cursors cursors;
    private final Map<String, Command> commands = new HashMap<>();

    /** The store may hold as many bytes of documents as this; then only deletes are taken. */
    public CommandTable(Store store, long maxBytes, InstantSource clock) {
        this.store = store;
        this.maxBytes = maxBytes;
        this.cursors = new Cursors(clock);
        commands.putAll(new Greeting(store, cursors, clock).commands());
        commands.putAll(new Reading(store, cursors).commands());
        commands.put("aggregate", new Aggregating(store, cursors)::aggregate);
        commands.putAll(new Writing(store).commands());
        commands.putAll(new Catalog(store, cursors).commands());
    }

    /** Never throws: a failure is a reply as well. */
    public Outcome execute(Document body) {
        long begun = System.nanoTime();
        Outcome outcome = tried(body);
        long milliseconds = (System.nanoTime() - begun) / 1_000_000;
        if (milliseconds >= SLOW_MILLISECONDS) {
            log.warn("Slow: {} ms for {}", milliseconds, shape(body));
        }
        return outcome;
    }

    /** Names of the command and of what it looks for, without values. */
    private static String shape(Document body) {
        String name = body.keySet().iterator().next();
        Object filter = body.getOrDefault("filter", body.get("query"));
        return name + " " + body.get("$db") + "." + body.get(name) + " by "
                + (filter instanceof Document document ? document.keySet() : "")
                + (body.get("sort") instanceof Document sort ? " sorted by " + sort.keySet() : "");
    }

    private Outcome tried(Document body) {
        try {
            Request request = Request.of(body);
            String name = request.name().toLowerCase(Locale.ROOT);
            boolean aggregateWrites = name.equals("aggregate") && Aggregating.writes(body);
            if ((GROWING.contains(name) || aggregateWrites) && store.liveBytes() > maxBytes) {
                throw Replies.full(maxBytes);
            }
            Document reply = command(request, name).run(request);
            return new Outcome(
                    reply,
                    WRITING.contains(name) || aggregateWrites ? store.log().position() : 0);
        } catch (RuntimeException e) {
            return new Outcome(Replies.failed(e), 0);
        }
    }

    private Command command(Request request, String name) {
        Command command = commands.get(name);
        if (command == null) {
            throw new NoSuchCommandException(request.name());
        }
        OptionRules.check(name, request.body());
        return command;
    }

    /** Forgets cursors nobody uses any more. */
    public void expireCursors() {
        cursors.expire();
    }
}
