package vn.ocopmarket.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The launcher behind {@code infra/up}. */
public final class Standalone {

    /** How the line begins that says that everything is ready. */
    static final String OPEN = "The market is open";

    private static final int REFUSED = 1;

    private final Options options;
    private final Console console;

    private Standalone(Options options, Console console) {
        this.options = options;
        this.console = console;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var console = Console.ofProcess();
        try {
            var options = Options.parse(arguments);
            if (options.detach()) {
                new DetachedLauncher(options, console).run();
            } else {
                new Standalone(options, console).run();
            }
        } catch (StartRefused refused) {
            console.say("Cannot start: " + refused.getMessage());
            System.exit(REFUSED);
        }
    }

    private void run() throws InterruptedException {
        var began = System.nanoTime();
        var data = DataFolder.open(options.data(), options.fresh());
        var secrets = new Secrets(data);
        var accounts = new Accounts(secrets, options.sampleData());
        var at = new Addresses(options.portBase());
        var parts = new Parts(Build.ofProcess(), data, at, secrets, accounts, System.getenv());
        Addresses.requireFree(parts.ports());
        writeAccounts(data, accounts);
        data.writePrivate("pid", Long.toString(ProcessHandle.current().pid()));
        console.say("Starting the market on %s/, data in %s".formatted(Addresses.http(at.storefront()), data.root()));

        var market = new Market(parts.all(), data, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(market, data), "stop"));
        market.start();
        market.awaitReady();
        if (options.sampleData()) {
            new SampleMarket(data, at, console).loadOnce();
        }
        if (parts.catchesMail()) {
            console.say("Mail to anybody is caught and shown at %s/".formatted(Addresses.http(at.mail())));
        }
        announce(Duration.ofNanos(System.nanoTime() - began), accounts, at, data);
        makeCaches(new AotCaches(parts.applications(), parts.environment()));
        new CountDownLatch(1).await();
    }

    private void writeAccounts(DataFolder data, Accounts accounts) {
        data.writePrivate("accounts.json", Account.json(accounts.all()));
        if (options.sampleData()) {
            data.writePrivate("sample-accounts.json", Account.json(accounts.people()));
        }
    }

    private void announce(Duration took, Accounts accounts, Addresses at, DataFolder data) {
        console.say("Accounts to sign in with at %s/sign-in:".formatted(Addresses.http(at.storefront())));
        for (var person : accounts.people()) {
            console.say("  %-14s %-28s %-14s %s"
                    .formatted(person.role(), person.email(), person.password(), person.scope()));
        }
        console.say((OPEN + ": %s/ (ready after %s; logs in %s; Ctrl-C ends it)")
                .formatted(
                        Addresses.http(at.storefront()),
                        Console.seconds(took),
                        data.root().resolve("logs")));
    }

    private void makeCaches(AotCaches caches) throws InterruptedException {
        if (caches.anyMissing()) {
            var began = System.nanoTime();
            caches.make();
            console.say("Prepared quicker starts from now on, in the background, in "
                    + Console.seconds(Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    private void stop(Market market, DataFolder data) {
        console.say("Ending the market …");
        market.close();
        data.delete("pid");
        try {
            data.close();
        } catch (IOException _) {
            // The end of the process gives the lock back, too.
        }
        console.say("Ended.");
    }
}
