package vn.ocopmarket.storefront.secondfactor.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.secondfactor.SecondFactor;
import vn.ocopmarket.storefront.secondfactor.SecondFactors;

/** Two fields of the account's document, so that switching on or off and the end of the sessions are one write. */
@Repository
class MongoSecondFactors implements SecondFactors {

    private static final String ACCOUNTS = "accounts";
    private static final String GENERATION = "generation";
    private static final String FACTOR = "secondFactor";
    private static final String SECRET = "secondFactor.secret";
    private static final String LAST_STEP = "secondFactor.lastStep";
    private static final String RECOVERY = "secondFactor.recovery";
    private static final String PROPOSAL = "secondFactorProposal";
    private static final String PROPOSED_SECRET = "secondFactorProposal.secret";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MongoCollection<Document> accounts;

    MongoSecondFactors(MongoDatabase database) {
        this.accounts = database.getCollection(ACCOUNTS);
    }

    @Override
    public Mono<SecondFactor> find(String accountId) {
        return part(accountId, FACTOR)
                .map(factor -> new SecondFactor(
                        factor.getString("secret"),
                        factor.getLong("lastStep"),
                        Set.copyOf(factor.getList("recovery", String.class, List.of())),
                        factor.getDate("since").toInstant()));
    }

    @Override
    public Mono<Proposal> proposal(String accountId) {
        return part(accountId, PROPOSAL)
                .map(proposal -> new Proposal(
                        proposal.getString("secret"), proposal.getDate("madeAt").toInstant()));
    }

    @Override
    public Mono<Void> propose(String accountId, Proposal proposal) {
        var written = new Document("secret", proposal.sealedSecret()).append("madeAt", Date.from(proposal.madeAt()));
        return changesOne(eq(accountId), set(PROPOSAL, written)).then();
    }

    @Override
    public Mono<Integer> switchOn(String accountId, SecondFactor factor) {
        var written = new Document("secret", factor.sealedSecret())
                .append("lastStep", factor.lastStep())
                .append("recovery", sorted(factor.recoveryHashes()))
                .append("since", Date.from(factor.since()));
        return nextGeneration(
                and(eq(accountId), eq(PROPOSED_SECRET, factor.sealedSecret())),
                combine(set(FACTOR, written), unset(PROPOSAL)));
    }

    @Override
    public Mono<Boolean> useStep(String accountId, String sealedSecret, long step) {
        return changesOne(and(eq(accountId), eq(SECRET, sealedSecret), lt(LAST_STEP, step)), set(LAST_STEP, step));
    }

    @Override
    public Mono<Boolean> useRecoveryCode(String accountId, String hash) {
        return changesOne(and(eq(accountId), eq(RECOVERY, hash)), pull(RECOVERY, hash));
    }

    @Override
    public Mono<Boolean> replaceRecoveryCodes(String accountId, String sealedSecret, Set<String> hashes) {
        return changesOne(and(eq(accountId), eq(SECRET, sealedSecret)), set(RECOVERY, sorted(hashes)));
    }

    @Override
    public Mono<Integer> switchOff(String accountId) {
        return nextGeneration(eq(accountId), combine(unset(FACTOR), unset(PROPOSAL)));
    }

    private Mono<Document> part(String accountId, String field) {
        return Mono.from(accounts.find(eq(accountId)).first())
                .timeout(LONGEST_WAIT)
                .mapNotNull(account -> account.get(field, Document.class));
    }

    private Mono<Integer> nextGeneration(Bson filter, Bson change) {
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Mono.from(accounts.findOneAndUpdate(filter, combine(change, inc(GENERATION, 1)), after))
                .timeout(LONGEST_WAIT)
                .map(account -> account.getInteger(GENERATION));
    }

    private Mono<Boolean> changesOne(Bson filter, Bson change) {
        return Mono.from(accounts.updateOne(filter, change))
                .timeout(LONGEST_WAIT)
                .map(result -> result.getModifiedCount() == 1);
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }
}
