package vn.ocopmarket.storefront.account;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.RandomIds;

/** Wires sign-in and tokens from their ports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class AccountConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler passwordScheduler() {
        return PasswordSchedulers.create();
    }

    @Bean
    PasswordHashes passwordHashes(Scheduler passwordScheduler) {
        return new PasswordHashes(passwordScheduler);
    }

    @Bean
    SigningIn signingIn(Accounts accounts, PasswordHashes hashes) {
        return new SigningIn(accounts, hashes, new SignInAttempts());
    }

    @Bean
    Origins origins(AccountSettings settings) {
        return new Origins(settings);
    }

    @Bean
    KeepingSessions keepingSessions(Sessions sessions, Accounts accounts, Clock clock) {
        return new KeepingSessions(sessions, accounts, new RandomIds(), clock);
    }

    @Bean
    KeyRing keyRing(SigningKeys stored, Clock clock, Scheduler passwordScheduler) {
        return new KeyRing(stored, clock, passwordScheduler);
    }

    @Bean
    KeysWorker keysWorker(KeyRing keys, AccountSettings settings) {
        return new KeysWorker(keys, settings);
    }

    @Bean
    IssuingTokens issuingTokens(KeyRing keys, AccountSettings settings, Clock clock, Scheduler passwordScheduler) {
        return new IssuingTokens(keys, settings, clock, passwordScheduler);
    }

    @Bean
    AccountsWorker accountsWorker(
            KeyRing keys, Accounts accounts, PasswordHashes hashes, AccountSettings settings, JsonMapper json) {
        return new AccountsWorker(keys, new EnsuringAccounts(accounts, hashes), settings, json);
    }
}
