package vn.ocopmarket.storefront.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.secret.PasswordHashes;

/** Wires the listed accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class AccountConfiguration {

    @Bean
    AccountsWorker accountsWorker(Accounts accounts, PasswordHashes hashes, AccountSettings settings, JsonMapper json) {
        return new AccountsWorker(new EnsuringAccounts(accounts, hashes), settings, json);
    }
}
