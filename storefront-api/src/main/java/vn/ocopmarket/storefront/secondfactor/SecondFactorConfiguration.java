package vn.ocopmarket.storefront.secondfactor;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.secondfactor.SecondFactorSettings.Mode;
import vn.ocopmarket.storefront.secret.SealingSecrets;
import vn.ocopmarket.storefront.throttle.CountingAttempts;

/** Wires second factors. Telephones show the true time even where the clock of a rehearsal is moved. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecondFactorSettings.class)
class SecondFactorConfiguration {

    private static final Clock TELEPHONES = Clock.systemUTC();

    /** Better no market than one that nobody who keeps it can enter. */
    @Bean
    SecondFactorPolicy secondFactorPolicy(SecondFactorSettings settings, SealingSecrets sealing) {
        var required = settings.mode() == Mode.REQUIRED;
        if (required && !sealing.isPossible()) {
            throw new IllegalStateException(
                    "A second factor is required, but there is no key to keep its secrets with: set OCOP_SECRET_KEYS to 32 random bytes in Base64, or OCOP_SECOND_FACTOR to offered");
        }
        return new SecondFactorPolicy(required, sealing.isPossible());
    }

    @Bean
    WarningOwners warningOwners(MessageSource messages, SendingMail sending, Clock clock) {
        return new WarningOwners(messages, sending, clock);
    }

    @Bean
    CheckingCodes checkingCodes(
            SecondFactors factors, SealingSecrets sealing, CountingAttempts counting, WarningOwners warning) {
        return new CheckingCodes(factors, sealing, new CodeLimits(counting, warning), TELEPHONES);
    }

    @Bean
    SettingUpSecondFactors settingUpSecondFactors(
            SecondFactors factors, SealingSecrets sealing, SecondFactorSettings settings) {
        return new SettingUpSecondFactors(factors, sealing, settings, TELEPHONES);
    }

    @Bean
    SwitchingOffSecondFactors switchingOffSecondFactors(
            SecondFactors factors, Accounts accounts, SecondFactorPolicy policy, WarningOwners warning) {
        return new SwitchingOffSecondFactors(factors, accounts, policy, warning);
    }
}
