package vn.ocopmarket.storefront.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.secret.PasswordHashes;

/**
 * Sees to it that the accounts an operator lists exist as listed. One that was listed once and is not any more is
 * deactivated; those that were never listed stay as they are.
 */
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
        var ids = byEmail.keySet().stream().map(AccountIds::of).collect(Collectors.toSet());
        return Flux.fromIterable(byEmail.values())
                .flatMap(this::ensureOne, 2)
                .then(Mono.defer(() -> accounts.deactivateUnlisted(ids)));
    }

    /** The password of the list counts when it is new there; else the one that its owner chose stays. */
    private Mono<Void> ensureOne(List<ListedAccount> entries) {
        var member = memberOf(entries);
        var password = entries.getLast().password();
        return accounts.byEmail(member.email())
                .filter(present -> !present.listedHash().isEmpty())
                .filterWhen(present -> hashes.matches(password, present.listedHash()))
                .flatMap(present -> present.active() && present.member().equals(member)
                        ? Mono.just(true)
                        : accounts.relist(member).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> hashes.hash(password)
                        .flatMap(hash -> accounts.list(member, hash).thenReturn(true))))
                .then();
    }

    private static StaffMember memberOf(List<ListedAccount> entries) {
        var email = entries.getFirst().email();
        var roles = entries.stream().map(ListedAccount::role).collect(Collectors.toSet());
        return new StaffMember(
                AccountIds.of(email),
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
}
