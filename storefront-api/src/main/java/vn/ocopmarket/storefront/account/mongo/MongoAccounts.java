package vn.ocopmarket.storefront.account.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;

/** Accounts, one document each. */
@Repository
class MongoAccounts implements Accounts {

    static final String COLLECTION = "accounts";
    static final String EMAIL = "email";
    static final String PASSWORD_HASH = "passwordHash";
    static final String LISTED = "listed";
    static final String LISTED_HASH = "listedHash";
    static final String ACTIVE = "active";
    static final String GENERATION = "generation";
    static final String SECOND_FACTOR = "secondFactor";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MongoCollection<Document> accounts;

    MongoAccounts(MongoDatabase database) {
        this.accounts = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Account> byId(String accountId) {
        return Mono.from(accounts.find(eq(accountId)).first())
                .timeout(LONGEST_WAIT)
                .map(MongoAccounts::read);
    }

    @Override
    public Mono<Account> byEmail(String email) {
        return Mono.from(accounts.find(eq(EMAIL, email)).first())
                .timeout(LONGEST_WAIT)
                .map(MongoAccounts::read);
    }

    @Override
    public Flux<StaffMember> atLocation(String locationId) {
        return Flux.from(accounts.find(and(eq("locations", locationId), eq(ACTIVE, true))))
                .timeout(LONGEST_WAIT)
                .map(document -> read(document).member());
    }

    @Override
    public Mono<Void> relist(StaffMember member) {
        return update(eq(member.accountId()), combine(described(member), set(LISTED, true), set(ACTIVE, true)), false);
    }

    @Override
    public Mono<Void> list(StaffMember member, String passwordHash) {
        var change = combine(
                described(member),
                set(LISTED, true),
                set(ACTIVE, true),
                set(PASSWORD_HASH, passwordHash),
                set(LISTED_HASH, passwordHash),
                unset(MongoAccountLinks.LINK),
                inc(GENERATION, 1));
        return update(eq(member.accountId()), change, true);
    }

    @Override
    public Mono<Void> deactivateUnlisted(Set<String> accountIds) {
        var gone = and(eq(LISTED, true), eq(ACTIVE, true), nin("_id", accountIds));
        return Mono.from(accounts.updateMany(
                        gone, combine(set(ACTIVE, false), unset(MongoAccountLinks.LINK), inc(GENERATION, 1))))
                .timeout(LONGEST_WAIT)
                .then();
    }

    @Override
    public Mono<Void> signOutEverywhere(String accountId) {
        return update(eq(accountId), inc(GENERATION, 1), false);
    }

    private Mono<Void> update(Bson filter, Bson change, boolean upsert) {
        return Mono.from(accounts.updateOne(filter, change, new UpdateOptions().upsert(upsert)))
                .timeout(LONGEST_WAIT)
                .then();
    }

    static Bson described(StaffMember member) {
        return combine(
                set(EMAIL, member.email()),
                set("roles", sorted(member.roles().stream().map(Role::name).toList())),
                set("provinces", sorted(member.provinces())),
                set("locations", sorted(member.locations())),
                set("producers", sorted(member.producers())));
    }

    static Account read(Document document) {
        var roles = strings(document, "roles").stream().map(Role::valueOf).collect(Collectors.toSet());
        var member = new StaffMember(
                document.getString("_id"),
                document.getString(EMAIL),
                roles,
                strings(document, "provinces"),
                strings(document, "locations"),
                strings(document, "producers"));
        return new Account(
                member,
                document.getString(PASSWORD_HASH),
                Objects.requireNonNullElse(document.getString(LISTED_HASH), ""),
                document.getBoolean(ACTIVE, true),
                document.getInteger(GENERATION, 0),
                document.get(SECOND_FACTOR) != null);
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }

    private static Set<String> strings(Document document, String field) {
        return Set.copyOf(document.getList(field, String.class, List.of()));
    }
}
