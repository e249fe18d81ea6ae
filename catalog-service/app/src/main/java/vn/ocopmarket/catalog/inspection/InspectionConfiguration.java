package vn.ocopmarket.catalog.inspection;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.certificate.KeepingCertificates;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.trace.Lots;
import vn.ocopmarket.service.PeriodicWorker;

@Configuration(proxyBeanMethods = false)
class InspectionConfiguration {

    @Bean
    FindSubjects findSubjects(Producers producers, Products products, Lots lots) {
        return new FindSubjects(producers, products, lots);
    }

    @Bean
    RecordingFindings recordingFindings(
            Findings findings, FindingEvidence evidence, FindSubjects subjects, Clock clock) {
        return new RecordingFindings(findings, evidence, subjects, clock);
    }

    @Bean
    FollowingFindings followingFindings(Findings findings, Clock clock) {
        return new FollowingFindings(findings, clock);
    }

    @Bean
    SuspendingForFindings suspendingForFindings(
            Findings findings,
            FollowingFindings following,
            Products products,
            KeepingCertificates certificates,
            Clock clock) {
        return new SuspendingForFindings(findings, following, products, certificates, clock);
    }

    /** For suspensions that somebody decided and did not come to carry out. */
    @Bean
    PeriodicWorker inspectionWorker(SuspendingForFindings suspending) {
        return new PeriodicWorker(
                "carrying out suspensions that were decided", Duration.ofSeconds(10), suspending::carryOutAll);
    }
}
