package vn.ocopmarket.catalog.certificate;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.catalog.product.Products;

@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

    @Bean
    KeepingCertificates keepingCertificates(Products products, Clock clock) {
        return new KeepingCertificates(new ChangingProducts(products, clock), clock);
    }

    @Bean
    KeepingDossiers keepingDossiers(Products products, Clock clock) {
        return new KeepingDossiers(new ChangingProducts(products, clock));
    }

    @Bean
    AttachingDecisions attachingDecisions(Products products, Decisions decisions, KeepingCertificates certificates) {
        return new AttachingDecisions(products, decisions, certificates);
    }

    @Bean
    ActingOnMany actingOnMany(Products products, Clock clock) {
        return new ActingOnMany(new ChangingProducts(products, clock));
    }

    @Bean
    FindCertificates findCertificates(Products products, Clock clock) {
        return new FindCertificates(products, clock);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler certificateScheduler() {
        return CertificateSchedulers.create();
    }

    @Bean
    ExportingCertificates exportingCertificates(
            FindCertificates certificates, CertificateFiles files, Scheduler certificateScheduler) {
        return new ExportingCertificates(certificates, files, certificateScheduler);
    }
}
