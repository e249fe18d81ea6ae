package vn.ocopmarket.storefront.signin;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.secret.PasswordHashes;

/** Wires sign-in and sessions from their ports. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    SigningIn signingIn(Accounts accounts, PasswordHashes hashes) {
        return new SigningIn(accounts, hashes, new SignInAttempts());
    }

    @Bean
    KeepingSessions keepingSessions(Sessions sessions, Accounts accounts, Clock clock) {
        return new KeepingSessions(sessions, accounts, new RandomIds(), clock);
    }
}
