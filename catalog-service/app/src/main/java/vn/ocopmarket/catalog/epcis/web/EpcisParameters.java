package vn.ocopmarket.catalog.epcis.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.epcis.EpcisEvent.Recorded;
import vn.ocopmarket.catalog.epcis.EventQuery;
import vn.ocopmarket.catalog.epcis.EventQuery.Position;
import vn.ocopmarket.catalog.epcis.Parties;
import vn.ocopmarket.catalog.epcis.domain.EpcKeys;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** The parameters of EPCIS queries. One that is not known is refused: ignoring it would answer another question. */
final class EpcisParameters {

    static final String NEXT = "nextPageToken";

    private static final String EPC = "MATCH_anyEPC";
    private static final String STEP = "EQ_bizStep";
    private static final String TYPE = "eventType";
    private static final String FROM = "GE_eventTime";
    private static final String BEFORE = "LT_eventTime";
    private static final String SIZE = "perPage";
    private static final Set<String> KNOWN = Set.of(EPC, STEP, TYPE, FROM, BEFORE, SIZE, NEXT);
    private static final int USUAL_PAGE = 100;
    private static final String CBV = "https://ref.gs1.org/cbv/BizStep-";
    private static final String URN = "urn:epcglobal:cbv:bizstep:";

    private final MultiValueMap<String, String> given;
    private final List<FieldError> errors = new ArrayList<>();

    private EpcisParameters(MultiValueMap<String, String> given) {
        this.given = given;
        new TreeSet<>(given.keySet())
                .stream()
                        .filter(name -> !KNOWN.contains(name))
                        .forEach(name -> errors.add(FieldError.of(name, "unknown")));
    }

    /** @throws Problem that names the parameters that cannot be used */
    static EventQuery query(MultiValueMap<String, String> given, Set<String> readers) {
        var parameters = new EpcisParameters(given);
        var query = new EventQuery(
                parameters.values(EPC).flatMap(parameters::key).collect(Collectors.toSet()),
                parameters.values(TYPE).collect(Collectors.toSet()),
                parameters.values(STEP).flatMap(EpcisParameters::spellings).collect(Collectors.toSet()),
                parameters.instant(FROM),
                parameters.instant(BEFORE),
                readers,
                parameters.position(),
                parameters.size());
        if (!parameters.errors.isEmpty()) {
            throw Problem.invalid(parameters.errors);
        }
        return query;
    }

    /** Administrators read everything. */
    static Set<String> readers(Caller caller) {
        var parties = Parties.of(caller);
        if (parties.isEmpty()) {
            throw Problem.of("forbidden", 403);
        }
        return caller.roles().contains("ADMINISTRATOR") ? Set.of() : parties;
    }

    static String token(Recorded last) {
        var place = last.event().at() + " " + last.event().id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    static Position position(Recorded last) {
        return new Position(last.event().at(), last.event().id());
    }

    private Stream<String> values(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(value -> !value.isBlank());
    }

    private Stream<String> key(String identifier) {
        var keys = EpcKeys.of(identifier);
        if (keys.isEmpty()) {
            errors.add(FieldError.of(EPC, "malformed"));
        }
        return keys.stream().map(List::getLast);
    }

    /** A step of the vocabulary is the same step as a bare word, a URN or a web address. */
    private static Stream<String> spellings(String step) {
        var bare = step.startsWith(CBV) || step.startsWith(URN)
                ? step.substring(step.lastIndexOf(step.startsWith(CBV) ? '-' : ':') + 1)
                : step;
        return bare.contains(":") ? Stream.of(bare) : Stream.of(bare, CBV + bare, URN + bare);
    }

    private @Nullable Instant instant(String name) {
        var text = given.getFirst(name);
        if (text == null) {
            return null;
        }
        try {
            // An unescaped plus sign of an offset arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            errors.add(FieldError.of(name, "malformed"));
            return null;
        }
    }

    private @Nullable Position position() {
        var token = given.getFirst(NEXT);
        if (token == null) {
            return null;
        }
        try {
            var place = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 2);
            return new Position(Instant.parse(place[0]), place[1]);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            errors.add(FieldError.of(NEXT, "malformed"));
            return null;
        }
    }

    private int size() {
        var text = given.getFirst(SIZE);
        try {
            return text == null ? USUAL_PAGE : Math.clamp(Integer.parseInt(text), 1, EventQuery.MOST);
        } catch (NumberFormatException e) {
            errors.add(FieldError.of(SIZE, "malformed"));
            return 1;
        }
    }
}
