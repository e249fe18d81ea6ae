package vn.ocopmarket.storefront.signin;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.secondfactor.CheckingCodes;
import vn.ocopmarket.storefront.secondfactor.SecondFactorPolicy;
import vn.ocopmarket.storefront.secret.PasswordHashes;
import vn.ocopmarket.storefront.throttle.CountingAttempts;

/** Wires sign-in and sessions from their ports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
class SignInConfiguration {

    @Bean
    SigningIn signingIn(
            Accounts accounts, PasswordHashes hashes, CountingAttempts counting, SecondFactorPolicy secondFactors) {
        return new SigningIn(accounts, hashes, new SignInAttempts(counting), secondFactors);
    }

    @Bean
    ConfirmingSignIn confirmingSignIn(SigningIn signingIn, Accounts accounts, CheckingCodes codes) {
        return new ConfirmingSignIn(signingIn, accounts, codes);
    }

    @Bean
    SigningInByProvider signingInByProvider(SigningIn signingIn, Accounts accounts, OidcSettings settings) {
        return new SigningInByProvider(signingIn, accounts, settings.secondFactorLevels());
    }

    @Bean
    KeepingSessions keepingSessions(Sessions sessions, Accounts accounts, Clock clock) {
        return new KeepingSessions(sessions, accounts, new RandomIds(), clock);
    }
}
