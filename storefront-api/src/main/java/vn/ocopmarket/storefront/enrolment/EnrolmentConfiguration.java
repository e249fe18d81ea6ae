package vn.ocopmarket.storefront.enrolment;

import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.account.AccountLinks;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.pages.PagesSettings;
import vn.ocopmarket.storefront.secret.PasswordHashes;
import vn.ocopmarket.storefront.throttle.CountingAttempts;

/** Wires invitations and new passwords. */
@Configuration(proxyBeanMethods = false)
class EnrolmentConfiguration {

    @Bean
    Letters letters(MessageSource messages, PagesSettings pages) {
        return new Letters(messages, pages.baseUrl());
    }

    @Bean
    InvitingStaff invitingStaff(AccountLinks accounts, Letters letters, SendingMail sending, Clock clock) {
        return new InvitingStaff(accounts, new NewLinks(), letters, sending, clock);
    }

    @Bean
    ResettingPasswords resettingPasswords(
            AccountLinks accounts, Letters letters, SendingMail sending, CountingAttempts counting, Clock clock) {
        return new ResettingPasswords(accounts, letters, sending, new ResetLimits(counting), clock);
    }

    @Bean
    ChoosingPasswords choosingPasswords(AccountLinks accounts, PasswordHashes hashes, Clock clock) {
        return new ChoosingPasswords(accounts, hashes, clock);
    }
}
