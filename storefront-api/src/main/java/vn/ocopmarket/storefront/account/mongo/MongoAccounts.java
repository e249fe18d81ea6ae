package vn.ocopmarket.storefront.account.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Repository;
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
    public Mono<Void> put(Account account) {
        var id = account.member().accountId();
        return Mono.from(accounts.replaceOne(eq(id), write(account), new ReplaceOptions().upsert(true)))
                .timeout(LONGEST_WAIT)
                .then();
    }

    private static Document write(Account account) {
        var member = account.member();
        return new Document("_id", member.accountId())
                .append(EMAIL, member.email())
                .append("passwordHash", account.passwordHash())
                .append("roles", sorted(member.roles().stream().map(Role::name).toList()))
                .append("provinces", sorted(member.provinces()))
                .append("locations", sorted(member.locations()))
                .append("producers", sorted(member.producers()));
    }

    private static Account read(Document document) {
        var roles = set(document, "roles").stream().map(Role::valueOf).collect(Collectors.toSet());
        var member = new StaffMember(
                document.getString("_id"),
                document.getString(EMAIL),
                roles,
                set(document, "provinces"),
                set(document, "locations"),
                set(document, "producers"));
        return new Account(member, document.getString("passwordHash"));
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }

    private static Set<String> set(Document document, String field) {
        return Set.copyOf(document.getList(field, String.class, List.of()));
    }
}
