package vn.ocopmarket.storefront.account;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts in a map; every change is one step, as in the store. */
public final class AccountsInMemory implements Accounts {

    public final Map<String, Account> byId = new ConcurrentHashMap<>();

    @Override
    public Mono<Account> byId(String accountId) {
        return Mono.defer(() -> Mono.justOrEmpty(byId.get(accountId)));
    }

    @Override
    public Mono<Account> byEmail(String email) {
        return Mono.defer(() -> Mono.justOrEmpty(byId.values().stream()
                .filter(account -> account.member().email().equals(email))
                .findFirst()));
    }

    @Override
    public Flux<StaffMember> atLocation(String locationId) {
        return Flux.defer(() -> Flux.fromIterable(byId.values()))
                .filter(account ->
                        account.active() && account.member().locations().contains(locationId))
                .map(Account::member);
    }

    @Override
    public Mono<Void> relist(StaffMember member) {
        return change(
                member.accountId(),
                account -> new Account(
                        member,
                        account.passwordHash(),
                        account.listedHash(),
                        true,
                        account.generation(),
                        account.secondFactor()));
    }

    @Override
    public Mono<Void> list(StaffMember member, String passwordHash) {
        return Mono.fromRunnable(() -> byId.compute(
                member.accountId(),
                (_, before) -> new Account(
                        member,
                        passwordHash,
                        passwordHash,
                        true,
                        before == null ? 1 : before.generation() + 1,
                        before != null && before.secondFactor())));
    }

    @Override
    public Mono<Void> deactivateUnlisted(Set<String> accountIds) {
        return Mono.fromRunnable(() -> byId.replaceAll(
                (id, account) -> accountIds.contains(id) || account.listedHash().isEmpty() || !account.active()
                        ? account
                        : new Account(
                                account.member(),
                                account.passwordHash(),
                                account.listedHash(),
                                false,
                                account.generation() + 1,
                                account.secondFactor())));
    }

    @Override
    public Mono<Void> signOutEverywhere(String accountId) {
        return change(
                accountId,
                account -> new Account(
                        account.member(),
                        account.passwordHash(),
                        account.listedHash(),
                        account.active(),
                        account.generation() + 1,
                        account.secondFactor()));
    }

    private Mono<Void> change(String id, UnaryOperator<Account> how) {
        return Mono.fromRunnable(() -> byId.computeIfPresent(id, (_, account) -> how.apply(account)));
    }
}
