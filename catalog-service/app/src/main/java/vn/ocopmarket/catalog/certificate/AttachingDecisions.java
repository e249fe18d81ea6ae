package vn.ocopmarket.catalog.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.product.Evidence;
import vn.ocopmarket.contract.product.ProductRecord;

/** Keeps the signed decision of a certificate and names it by its hash; the bytes decide whether it is a PDF. */
public final class AttachingDecisions {

    /** A store's document holds 16 MB; decisions that were scanned well are far below. */
    public static final int MOST_BYTES = 10 << 20;

    private static final String PDF = "%PDF-";
    private static final String PDF_END = "%%EOF";
    private static final int END_WITHIN = 1024;

    private final Products products;
    private final Decisions decisions;
    private final KeepingCertificates certificates;

    AttachingDecisions(Products products, Decisions decisions, KeepingCertificates certificates) {
        this.products = products;
        this.decisions = decisions;
        this.certificates = certificates;
    }

    /** Never empty. Keeps a decision that certificates are to name later. */
    public Mono<Outcome<Evidence.File>> keep(String name, byte[] content) {
        if (!isPdf(content)) {
            return Mono.just(new Outcome.Invalid<>(List.of(FieldError.of("body", "pdf"))));
        }
        var sha256 = sha256(content);
        return decisions
                .keep(sha256, content)
                .thenReturn(new Outcome.Done<>(new Evidence.File(sha256, fileName(name), content.length)));
    }

    /** The act that lets certificates name a decision that is kept here; empty when there is none with that hash. */
    public Mono<CertificateAct> naming(String sha256, String name) {
        return decisions
                .find(sha256)
                .map(content ->
                        new CertificateAct.Prove(new Evidence.File(sha256, fileName(name), content.length), null));
    }

    private static String fileName(String of) {
        return of.replaceAll("[^\\p{L}\\p{N}]+", "-") + ".pdf";
    }

    /** Never empty. The file is stored before the certificate names it. */
    public Mono<Outcome<ProductRecord>> attach(
            String productId, @Nullable Long revision, String number, byte[] content, Caller caller) {
        if (!isPdf(content)) {
            return Mono.just(new Outcome.Invalid<>(List.of(FieldError.of("body", "pdf"))));
        }
        var sha256 = sha256(content);
        var file = new Evidence.File(sha256, fileName(number), content.length);
        return products.find(productId)
                .<Outcome<ProductRecord>>flatMap(product -> {
                    if (!caller.keepsProvince(product.record().place().provinceCode())) {
                        return Mono.just(new Outcome.Forbidden<>());
                    }
                    return product.record().certificates().stream()
                                    .noneMatch(one -> one.number().equals(number))
                            ? Mono.just(new Outcome.Unknown<>())
                            : decisions
                                    .keep(sha256, content)
                                    .then(Mono.defer(() -> certificates.act(
                                            productId,
                                            revision,
                                            number,
                                            new CertificateAct.Prove(file, null),
                                            caller)));
                })
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private static boolean isPdf(byte[] content) {
        var start = new String(content, 0, Math.min(content.length, PDF.length()), StandardCharsets.ISO_8859_1);
        var tail = Math.min(content.length, END_WITHIN);
        var end = new String(content, content.length - tail, tail, StandardCharsets.ISO_8859_1);
        return start.equals(PDF) && end.contains(PDF_END);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
