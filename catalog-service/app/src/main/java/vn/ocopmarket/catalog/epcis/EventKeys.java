package vn.ocopmarket.catalog.epcis;

import java.util.Set;
import java.util.TreeSet;
import vn.ocopmarket.catalog.epcis.domain.EpcKeys;
import vn.ocopmarket.contract.gs1.DigitalLink;
import vn.ocopmarket.contract.trace.LotRecord;

/** Under which keys other features ask for events. */
public final class EventKeys {

    private EventKeys() {}

    public static String ofLot(LotRecord lot) {
        return EpcKeys.of(lot);
    }

    /** Of the lot and of the piece that a link names; none of the item as such, whose events are those of all its lots. */
    public static Set<String> narrowest(DigitalLink link) {
        var keys = new TreeSet<String>();
        link.lot().ifPresent(lot -> keys.add(EpcKeys.ofLot(link.gtin(), lot.value())));
        link.serial().ifPresent(serial -> keys.add(EpcKeys.ofSerial(link.gtin(), serial)));
        return keys;
    }
}
