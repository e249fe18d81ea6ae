package vn.ocopmarket.catalog.certificate;

import java.util.Locale;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hands out what is on a list as a file. */
public final class ExportingCertificates {

    private final FindCertificates certificates;
    private final CertificateFiles files;
    private final Scheduler scheduler;

    ExportingCertificates(FindCertificates certificates, CertificateFiles files, Scheduler scheduler) {
        this.certificates = certificates;
        this.files = files;
        this.scheduler = scheduler;
    }

    /** Never empty; an error when the store does not answer in time. */
    public Mono<byte[]> csv(CertificateQuery query, Locale language) {
        return certificates.find(query).publishOn(scheduler).map(found -> files.csv(found.standings(), language));
    }

    /** Never empty; an error when the store does not answer in time. */
    public Mono<byte[]> xlsx(CertificateQuery query, Locale language) {
        return certificates.find(query).publishOn(scheduler).map(found -> files.xlsx(found.standings(), language));
    }
}
