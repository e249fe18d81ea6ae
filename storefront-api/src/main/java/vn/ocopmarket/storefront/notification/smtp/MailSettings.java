package vn.ocopmarket.storefront.notification.smtp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param from address that people see
 */
@ConfigurationProperties("ocop.mail")
record MailSettings(
        @DefaultValue("khong-tra-loi@ocopmarket.vn") String from) {}
