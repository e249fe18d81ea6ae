package vn.ocopmarket.catalog.media.http;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of the list of what a bucket holds.
 *
 * @param next where the list goes on; empty at its end
 */
record S3Page(List<Entry> entries, String next) {

    private static final XMLInputFactory READERS = readers();

    S3Page {
        entries = List.copyOf(entries);
    }

    record Entry(String key, Instant storedAt) {}

    static S3Page read(byte[] xml) {
        try {
            var reader = READERS.createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The storage answered with something else than a list", e);
        }
    }

    private static S3Page read(XMLStreamReader reader) throws XMLStreamException {
        var entries = new ArrayList<Entry>();
        var key = "";
        var next = "";
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "Key" -> key = reader.getElementText();
                    case "LastModified" -> entries.add(new Entry(key, Instant.parse(reader.getElementText())));
                    case "NextContinuationToken" -> next = reader.getElementText();
                    default -> {}
                }
            }
        }
        return new S3Page(entries, next);
    }

    private static XMLInputFactory readers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
