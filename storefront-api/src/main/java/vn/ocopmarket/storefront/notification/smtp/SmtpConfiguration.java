package vn.ocopmarket.storefront.notification.smtp;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import vn.ocopmarket.storefront.notification.Postman;

/** Makes the postman. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class SmtpConfiguration {

    @Bean
    SmtpSchedulers smtpSchedulers() {
        return new SmtpSchedulers();
    }

    @Bean
    Postman postman(JavaMailSender sender, SmtpSchedulers threads, MailSettings settings) {
        return new SmtpPostman(sender, threads, settings);
    }
}
