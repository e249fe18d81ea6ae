package vn.ocopmarket.catalog.epcis.domain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ocopmarket.contract.gs1.DigitalLink;
import vn.ocopmarket.contract.gs1.DigitalLinkReader;
import vn.ocopmarket.contract.gs1.DigitalLinkReading;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Read;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.trace.LotRecord;

/**
 * Under which keys an event is found by what it is about. The same item has one key whether it was named by an EPC URN or
 * by a Digital Link of any domain; identifiers of other kinds are their own key.
 */
public final class EpcKeys {

    private static final int KEY_DIGITS = 13;
    private static final Pattern SGTIN = Pattern.compile("urn:epc:id:sgtin:(\\d{6,12})\\.(\\d{1,7})\\.([^.]{1,60})");
    private static final Pattern LGTIN = Pattern.compile("urn:epc:class:lgtin:(\\d{6,12})\\.(\\d{1,7})\\.([^.]{1,60})");
    private static final Pattern PATTERN = Pattern.compile("urn:epc:idpat:sgtin:(\\d{6,12})\\.(\\d{1,7})\\.\\*");
    private static final Pattern OWN = Pattern.compile("https?://[^/]+/t/([0-9a-z]{14})");
    private static final Pattern CLAIMED =
            Pattern.compile("urn:epc:(id:sgtin|class:lgtin|idpat:sgtin):.*|https?://[^?#]*/(01|gtin)/\\d.*");

    private EpcKeys() {}

    /** From the broadest to the narrowest; empty when it claims to be a key of GS1 and is none. */
    public static Optional<List<String>> of(String identifier) {
        var sgtin = SGTIN.matcher(identifier);
        if (sgtin.matches()) {
            return gtin(sgtin).map(gtin -> List.of(ofItem(gtin), ofSerial(gtin, decoded(sgtin.group(3)))));
        }
        var lgtin = LGTIN.matcher(identifier);
        if (lgtin.matches()) {
            return gtin(lgtin).map(gtin -> List.of(ofItem(gtin), ofLot(gtin, decoded(lgtin.group(3)))));
        }
        var pattern = PATTERN.matcher(identifier);
        if (pattern.matches()) {
            return gtin(pattern).map(gtin -> List.of(ofItem(gtin)));
        }
        var own = OWN.matcher(identifier);
        if (own.matches()) {
            return Optional.of(List.of(ofOwn(own.group(1))));
        }
        return CLAIMED.matcher(identifier).matches() ? ofLink(identifier) : Optional.of(List.of(identifier));
    }

    /** Under which events about a lot are found. */
    public static String of(LotRecord lot) {
        return lot.gtin() == null
                ? ofOwn(lot.id())
                : ofLot(lot.gtin(), lot.lot().value());
    }

    public static String ofItem(Gtin gtin) {
        return "01:" + gtin;
    }

    public static String ofLot(Gtin gtin, String lot) {
        return "01:" + gtin + ":10:" + lot;
    }

    public static String ofSerial(Gtin gtin, String serial) {
        return "01:" + gtin + ":21:" + serial;
    }

    private static String ofOwn(String id) {
        return "t:" + id;
    }

    private static Optional<List<String>> ofLink(String address) {
        return switch (DigitalLinkReader.readAddress(address)) {
            case DigitalLinkReading.Refused _ -> Optional.empty();
            case Read(var link, var _) -> Optional.of(keys(link));
        };
    }

    private static List<String> keys(DigitalLink link) {
        var keys = new ArrayList<String>();
        keys.add(ofItem(link.gtin()));
        link.lot().ifPresent(lot -> keys.add(ofLot(link.gtin(), lot.value())));
        link.serial().ifPresent(serial -> keys.add(ofSerial(link.gtin(), serial)));
        return List.copyOf(keys);
    }

    /** In a URN the indicator digit stands before the item reference, and the check digit is left out. */
    private static Optional<Gtin> gtin(Matcher urn) {
        var company = urn.group(1);
        var reference = urn.group(2);
        return company.length() + reference.length() == KEY_DIGITS
                ? Optional.of(Gtin.ofKey(reference.charAt(0) + company + reference.substring(1)))
                : Optional.empty();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
