package vn.ocopmarket.catalog.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
import vn.ocopmarket.catalog.inspection.domain.Finding;
import vn.ocopmarket.catalog.inspection.domain.Report;
import vn.ocopmarket.catalog.inspection.domain.Subject;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** Writes down what inspectors find in their provinces, with pictures and documents that prove it. */
public final class RecordingFindings {

    /** As large as a good photograph of a telephone. */
    public static final int MOST_BYTES = 12 << 20;

    private static final int ID_LENGTH = 14;
    private static final int MOST_EVIDENCE = 20;
    private static final int LONGEST_NAME = 200;

    private final Findings findings;
    private final FindingEvidence evidence;
    private final FindSubjects subjects;
    private final Clock clock;

    RecordingFindings(Findings findings, FindingEvidence evidence, FindSubjects subjects, Clock clock) {
        this.findings = findings;
        this.evidence = evidence;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Never empty; the same key of the same caller again gives what was recorded first. */
    public Mono<FindingOutcome> record(FindingDraft draft, Caller caller) {
        var errors = draft.errors(LocalDate.now(clock));
        if (!errors.isEmpty()) {
            return Mono.just(refused(new Outcome.Invalid<>(errors)));
        }
        return subjects.find(Objects.requireNonNull(draft.kind()), Objects.requireNonNull(draft.subject()))
                .flatMap(subject -> inspects(caller, subject)
                        ? write(finding(draft, subject, caller))
                        : Mono.just(refused(new Outcome.Forbidden<>())))
                .defaultIfEmpty(refused(new Outcome.Invalid<>(List.of(FieldError.of("subject", "unknown-subject")))));
    }

    private Finding finding(FindingDraft draft, Subject subject, Caller caller) {
        var report = new Report(
                Objects.requireNonNull(draft.what()).strip(),
                Objects.requireNonNull(draft.ground()).strip(),
                Objects.requireNonNull(draft.severity()),
                List.of(),
                caller.subject(),
                now());
        var id = StableIds.of("finding|" + caller.subject() + '|' + draft.key(), ID_LENGTH);
        return Finding.recorded(id, subject, report, Objects.requireNonNull(draft.deadline()));
    }

    private Mono<FindingOutcome> write(Finding finding) {
        return findings.add(finding)
                .flatMap(added -> added
                        ? Mono.just(new FindingOutcome.Done(finding))
                        : findings.find(finding.id()).map(FindingOutcome.Done::new));
    }

    /** Never empty. The file is stored before the finding names it; the bytes decide what it is. */
    public Mono<FindingOutcome> prove(String id, String name, byte[] content, Caller caller) {
        var type = EvidenceType.of(content);
        if (type == null) {
            return Mono.just(refused(new Outcome.Invalid<>(List.of(FieldError.of("body", "evidence")))));
        }
        var shown = new Report.Evidence(
                HexFormat.of().formatHex(StableIds.sha256().digest(content)), fileName(name), type, content.length);
        return findings.find(id)
                .filter(finding -> inspects(caller, finding.subject()))
                .flatMap(finding ->
                        evidence.keep(shown.sha256(), content).then(Mono.defer(() -> add(finding, shown, caller))))
                .defaultIfEmpty(refused(new Outcome.Unknown<>()));
    }

    private Mono<FindingOutcome> add(Finding finding, Report.Evidence shown, Caller caller) {
        var next = finding.shown(shown, caller.subject(), now());
        if (next == finding) {
            return Mono.just(new FindingOutcome.Done(finding));
        }
        return next.report().evidence().size() > MOST_EVIDENCE
                ? Mono.just(refused(new Outcome.Invalid<>(List.of(FieldError.of("body", "too-many", MOST_EVIDENCE)))))
                : findings.replace(next)
                        .map(replaced -> replaced
                                ? new FindingOutcome.Done(next)
                                : refused(new Outcome.Stale<>(finding.revision())));
    }

    private static String fileName(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{N}._ -]+", "-").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    private static boolean inspects(Caller caller, Subject subject) {
        return caller.may(Permission.INSPECT, Where.province(subject.provinceCode()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static FindingOutcome refused(Outcome<Finding> why) {
        return new FindingOutcome.Refused(why);
    }
}
