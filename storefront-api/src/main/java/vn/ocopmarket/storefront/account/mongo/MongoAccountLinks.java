package vn.ocopmarket.storefront.account.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.AccountLinks;
import vn.ocopmarket.storefront.account.OneTimeLink;
import vn.ocopmarket.storefront.account.StaffMember;

/** Links as a part of the account's document, so that using one up and what follows from it are one write. */
@Repository
class MongoAccountLinks implements AccountLinks {

    static final String LINK = "link";
    static final String LINK_HASH = "link.hash";
    private static final String LINK_EXPIRES_AT = "link.expiresAt";

    private static final String INVITED_BY = "invitedBy";

    /** No password has this hash. */
    private static final String NONE = "{none}";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MongoCollection<Document> accounts;

    MongoAccountLinks(MongoDatabase database) {
        this.accounts = database.getCollection(MongoAccounts.COLLECTION);
    }

    /**
     * From here on the account is not the list's any more. Where the account is not free to be taken, the insert that follows
     * from no match finds its id taken.
     */
    @Override
    public Mono<Invited> invite(StaffMember member, OneTimeLink link, Inviter inviter, Instant now) {
        var change = combine(
                MongoAccounts.described(member),
                set(MongoAccounts.LISTED, false),
                unset(MongoAccounts.LISTED_HASH),
                unset(MongoAccounts.SECOND_FACTOR),
                setOnInsert(MongoAccounts.PASSWORD_HASH, NONE),
                set(INVITED_BY, inviter.accountId()),
                set(LINK, written(link)));
        var own = and(eq(member.accountId()), eq(MongoAccounts.ACTIVE, false), eq(INVITED_BY, inviter.accountId()));
        return matchesOne(free(member.accountId(), inviter, now), change)
                .flatMap(done -> done ? Mono.just(Invited.DONE) : insert(own, change))
                .switchIfEmpty(Mono.defer(() -> whyNot(member.accountId())));
    }

    /** Empty when there is such an account, which is not free to be taken. */
    private Mono<Invited> insert(Bson own, Bson change) {
        return Mono.from(accounts.updateOne(own, change, new UpdateOptions().upsert(true)))
                .timeout(LONGEST_WAIT)
                .map(_ -> Invited.DONE)
                .onErrorResume(MongoWriteException.class, MongoAccountLinks::emptyWhenTaken);
    }

    private Mono<Invited> whyNot(String accountId) {
        return Mono.from(accounts.find(eq(accountId)).first())
                .timeout(LONGEST_WAIT)
                .map(account ->
                        account.getBoolean(MongoAccounts.ACTIVE, true) ? Invited.MEMBER_ALREADY : Invited.BY_ANOTHER)
                .defaultIfEmpty(Invited.BY_ANOTHER);
    }

    private Mono<Boolean> matchesOne(Bson filter, Bson change) {
        return Mono.from(accounts.updateOne(filter, change))
                .timeout(LONGEST_WAIT)
                .map(result -> result.getMatchedCount() == 1);
    }

    private static Bson free(String accountId, Inviter inviter, Instant now) {
        var inactive = and(eq(accountId), eq(MongoAccounts.ACTIVE, false));
        return inviter.overOthers()
                ? inactive
                : and(
                        inactive,
                        or(
                                exists(LINK, false),
                                lte(LINK_EXPIRES_AT, Date.from(now)),
                                eq(INVITED_BY, inviter.accountId())));
    }

    @Override
    public Mono<Boolean> allowReset(String accountId, OneTimeLink link) {
        return changesOne(and(eq(accountId), ne(MongoAccounts.ACTIVE, false)), set(LINK, written(link)));
    }

    @Override
    public Mono<Account> byLink(String hash, Instant now) {
        return Mono.from(accounts.find(valid(hash, now)).first())
                .timeout(LONGEST_WAIT)
                .map(MongoAccounts::read);
    }

    @Override
    public Mono<Boolean> choosePassword(String hash, String passwordHash, Instant now) {
        var change = combine(
                set(MongoAccounts.PASSWORD_HASH, passwordHash),
                set(MongoAccounts.ACTIVE, true),
                unset(LINK),
                inc(MongoAccounts.GENERATION, 1));
        return changesOne(valid(hash, now), change);
    }

    private Mono<Boolean> changesOne(Bson filter, Bson change) {
        return Mono.from(accounts.updateOne(filter, change))
                .timeout(LONGEST_WAIT)
                .map(result -> result.getModifiedCount() == 1);
    }

    private static Bson valid(String hash, Instant now) {
        return and(eq(LINK_HASH, hash), gt(LINK_EXPIRES_AT, Date.from(now)));
    }

    private static Document written(OneTimeLink link) {
        return new Document("hash", link.hash()).append("expiresAt", Date.from(link.expiresAt()));
    }

    private static Mono<Invited> emptyWhenTaken(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY ? Mono.empty() : Mono.error(e);
    }
}
