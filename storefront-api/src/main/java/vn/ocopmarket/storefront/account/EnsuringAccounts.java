package vn.ocopmarket.storefront.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sees to it that the accounts an operator lists exist as listed. Accounts that are not listed stay as they are. */
final class EnsuringAccounts {

    private static final Predicate<String> IS_PROVINCE = scope -> scope.matches("\\d{2}");

    private final Accounts accounts;
    private final PasswordHashes hashes;

    EnsuringAccounts(Accounts accounts, PasswordHashes hashes) {
        this.accounts = accounts;
        this.hashes = hashes;
    }

    /** Several entries with one address make one account with all their roles and scopes. */
    Mono<Void> ensure(List<ListedAccount> listed) {
        var byEmail = listed.stream().collect(Collectors.groupingBy(ListedAccount::email));
        return Flux.fromIterable(byEmail.values()).flatMap(this::ensureOne, 2).then();
    }

    private Mono<Void> ensureOne(List<ListedAccount> entries) {
        var member = memberOf(entries);
        var password = entries.getLast().password();
        return accounts.byEmail(member.email())
                .flatMap(present -> hashes.matches(password, present.passwordHash())
                        .map(matches -> matches && present.member().equals(member)))
                .defaultIfEmpty(false)
                .filter(asListed -> !asListed)
                .flatMap(_ -> hashes.hash(password))
                .flatMap(hash -> accounts.put(new Account(member, hash)));
    }

    private static StaffMember memberOf(List<ListedAccount> entries) {
        var email = entries.getFirst().email();
        var roles = entries.stream().map(ListedAccount::role).collect(Collectors.toSet());
        return new StaffMember(
                idOf(email),
                email,
                roles,
                scopes(entries, entry -> entry.role() != Role.PRODUCER, IS_PROVINCE),
                scopes(entries, entry -> entry.role() != Role.PRODUCER, IS_PROVINCE.negate()),
                scopes(entries, entry -> entry.role() == Role.PRODUCER, _ -> true));
    }

    private static Set<String> scopes(
            Collection<ListedAccount> entries, Predicate<ListedAccount> of, Predicate<String> kind) {
        return entries.stream()
                .filter(of)
                .flatMap(EnsuringAccounts::scopes)
                .filter(kind)
                .collect(Collectors.toSet());
    }

    private static Stream<String> scopes(ListedAccount entry) {
        return Arrays.stream(entry.scope().split(",")).map(String::strip).filter(scope -> !scope.isEmpty());
    }

    /** From the address, so that two instances that start at once make the same account. */
    private static String idOf(String email) {
        return UUID.nameUUIDFromBytes(("account " + email).getBytes(UTF_8)).toString();
    }
}
