package vn.ocopmarket.standalone;

import static vn.ocopmarket.standalone.Addresses.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which processes make up the market, with their command lines and their configuration. */
final class Parts {

    static final String MONGO = "embedded-mongo";
    static final String ELASTICSEARCH = "embedded-elasticsearch";
    static final String STRIPE = "stripe-simulator";
    static final String MAIL = "mail-catcher";
    static final String CATALOG = "catalog-service";
    static final String STOREFRONT = "storefront-api";
    static final String INDEXER = "search-indexer";

    /** An account that nobody can send money to: no bank has this number. */
    private static final Map<String, String> SAMPLE_BANK = Map.of(
            "BANK_BIN", "999999",
            "BANK_ACCOUNT", "0000000001",
            "BANK_NAME", "NGAN HANG MAU (SAMPLE)",
            "BANK_HOLDER", "CHO OCOP MAU (SAMPLE)");

    private static final String READINESS = "/actuator/health/readiness";

    private final Build build;
    private final DataFolder data;
    private final Addresses at;
    private final Secrets secrets;
    private final Accounts accounts;
    private final Map<String, String> given;
    private final Map<String, Application> applications = new LinkedHashMap<>();

    /** @param given the environment of the launcher, which may name real servers */
    Parts(Build build, DataFolder data, Addresses at, Secrets secrets, Accounts accounts, Map<String, String> given) {
        this.build = build;
        this.data = data;
        this.at = at;
        this.secrets = secrets;
        this.accounts = accounts;
        this.given = given;
    }

    /** Every part, each after the ones it needs. */
    List<Part> all() {
        var parts = new ArrayList<Part>();
        if (embedsMongo()) {
            parts.add(mongo());
        }
        if (embedsElasticsearch()) {
            parts.add(elasticsearch());
        }
        if (simulatesStripe()) {
            parts.add(stripe());
        }
        if (catchesMail()) {
            parts.add(mail());
        }
        var mongo = embedsMongo() ? Set.of(MONGO) : Set.<String>of();
        parts.add(service(STOREFRONT, "storefront-api", at.storefront(), Jvm.STOREFRONT, mongo));
        parts.add(service(CATALOG, "catalog-service/app", at.catalog(), Jvm.CATALOG, mongo));
        if (indexes()) {
            parts.add(service(INDEXER, "search-indexer", at.indexer(), Jvm.INDEXER, indexerNeeds()));
        }
        return parts;
    }

    /** The services that run as applications, by name. */
    Map<String, Application> applications() {
        return applications;
    }

    /** All ports that parts of this machine will listen on. */
    List<Integer> ports() {
        var ports = new ArrayList<>(List.of(at.storefront(), at.catalog(), at.indexer()));
        if (simulatesStripe()) {
            ports.add(at.stripe());
        }
        if (catchesMail()) {
            ports.addAll(List.of(at.smtp(), at.mail()));
        }
        if (embedsMongo()) {
            ports.add(at.mongo());
        }
        if (embedsElasticsearch()) {
            ports.add(at.elasticsearch());
        }
        return ports;
    }

    /** Load runs fill the index from sources of their own. */
    private boolean indexes() {
        return !INDEXER.equals(given.get("OCOP_WITHOUT"));
    }

    private boolean embedsMongo() {
        return !given.containsKey("MONGODB_URI");
    }

    private boolean embedsElasticsearch() {
        return !given.containsKey("ELASTICSEARCH_URIS");
    }

    private boolean simulatesStripe() {
        return !given.containsKey("STRIPE_SECRET_KEY");
    }

    /** Without a mail server named, mail stays on this machine, where it can be read. */
    boolean catchesMail() {
        return !given.containsKey("SMTP_HOST");
    }

    private Set<String> indexerNeeds() {
        return embedsElasticsearch() ? Set.of(CATALOG, STOREFRONT, ELASTICSEARCH) : Set.of(CATALOG, STOREFRONT);
    }

    private Part mongo() {
        var command = new ArrayList<String>();
        command.add(JavaHome.java());
        command.addAll(Jvm.MONGO);
        if (given.get("OCOP_MONGO_HEAP") instanceof String heap) {
            command.addAll(Jvm.large(heap));
        }
        command.addAll(List.of("-cp", build.mongoLibraries() + "/*", "vn.ocopmarket.embeddedmongo.EmbeddedMongoMain"));
        command.addAll(List.of("--data", folder("mongo"), "--port", Integer.toString(at.mongo())));
        return new Part(MONGO, () -> command, Jvm.ENVIRONMENT, new Readiness.ReadyLine(), Set.of());
    }

    private Part stripe() {
        var command = new ArrayList<String>();
        command.add(JavaHome.java());
        command.addAll(Jvm.STRIPE);
        command.addAll(List.of("-jar", build.stripeJar().toString()));
        command.addAll(List.of("--data", folder("stripe"), "--port", Integer.toString(at.stripe())));
        command.addAll(List.of("--webhook-url", http(at.storefront()) + "/api/v1/payments/stripe/webhook"));
        return new Part(STRIPE, () -> command, environment(), new Readiness.ReadyLine(), Set.of());
    }

    private Part mail() {
        var command = new ArrayList<String>();
        command.add(JavaHome.java());
        command.addAll(Jvm.SMALL);
        command.addAll(List.of("-jar", build.mailCatcherJar().toString()));
        command.addAll(List.of("--smtp-port", Integer.toString(at.smtp()), "--port", Integer.toString(at.mail())));
        return new Part(MAIL, () -> command, Jvm.ENVIRONMENT, new Readiness.ReadyLine(), Set.of());
    }

    private Part elasticsearch() {
        var distribution = build.elasticsearchDistribution();
        var command = new ArrayList<String>();
        command.add(JavaHome.java());
        command.add("@" + distribution.resolve("jvm.options"));
        command.addAll(Jvm.ELASTICSEARCH);
        if (given.get("OCOP_ELASTICSEARCH_HEAP") instanceof String heap) {
            command.addAll(Jvm.large(heap));
        }
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + folder("tmp"),
                "-cp",
                distribution.resolve("lib") + "/*",
                "vn.ocopmarket.elasticsearch.node.NodeMain"));
        command.addAll(List.of("--data", folder("elasticsearch"), "--port", Integer.toString(at.elasticsearch())));
        return new Part(ELASTICSEARCH, () -> command, Jvm.ENVIRONMENT, new Readiness.ReadyLine(), Set.of());
    }

    private Part service(String name, String module, int port, List<String> flags, Set<String> after) {
        var application = build.application(name, module, flags);
        applications.put(name, application);
        var readiness = new Readiness.Health(URI.create(http(port) + READINESS));
        return new Part(name, application::command, environment(), readiness, after);
    }

    /** What every service is told by its environment. */
    Map<String, String> environment() {
        var environment = new HashMap<>(Jvm.ENVIRONMENT);
        environment.put("STOREFRONT_PORT", Integer.toString(at.storefront()));
        environment.put("CATALOG_PORT", Integer.toString(at.catalog()));
        environment.put("INDEXER_PORT", Integer.toString(at.indexer()));
        environment.put("STOREFRONT_URL", http(at.storefront()));
        environment.put("CATALOG_URL", http(at.catalog()));
        environment.put("JWKS_URI", http(at.storefront()) + "/.well-known/jwks.json");
        environment.put("PUBLIC_BASE_URL", given.getOrDefault("PUBLIC_BASE_URL", http(at.storefront())));
        environment.put(
                "OCOP_ACCOUNTS_FILE", data.root().resolve("accounts.json").toString());
        environment.put("SERVICE_ACCOUNT_EMAIL", accounts.service().email());
        environment.put("SERVICE_ACCOUNT_PASSWORD", accounts.service().password());
        environment.put("OCOP_ORDER_LINK_SECRET", secrets.get("order.link.secret"));
        environment.put("OCOP_SECRET_KEYS", secrets.get("sealing.key"));
        environment.put("OCOP_SECOND_FACTOR", given.getOrDefault("OCOP_SECOND_FACTOR", "offered"));
        environment.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "3s");
        if (embedsMongo()) {
            environment.put(
                    "MONGODB_URI",
                    "mongodb://127.0.0.1:%d/?directConnection=true&retryWrites=false".formatted(at.mongo()));
        }
        if (embedsElasticsearch()) {
            environment.put("ELASTICSEARCH_URIS", http(at.elasticsearch()));
        }
        if (simulatesStripe()) {
            environment.put("STRIPE_API_BASE", http(at.stripe()));
            environment.put("STRIPE_SECRET_KEY", "sk_test_" + secrets.get("stripe.secret.key"));
            environment.put("STRIPE_WEBHOOK_SECRET", "whsec_" + secrets.get("stripe.webhook.secret"));
        }
        if (!given.containsKey("BANK_ACCOUNT")) {
            environment.putAll(SAMPLE_BANK);
            environment.put("BANK_NOTICE_SECRET", "bank_" + secrets.get("bank.notice.secret"));
        }
        if (catchesMail()) {
            environment.put("SMTP_HOST", "127.0.0.1");
            environment.put("SMTP_PORT", Integer.toString(at.smtp()));
        }
        return environment;
    }

    private String folder(String name) {
        Path folder = data.folder(name);
        return folder.toString();
    }
}
