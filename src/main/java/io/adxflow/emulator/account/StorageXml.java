package io.adxflow.emulator.account;

import io.adxflow.base.http.HttpException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The little XML that storage clients speak. */
public final class StorageXml {
    private StorageXml() {}

    /** The texts of all elements with one of these names, in order. */
    public static List<String> texts(String xml, Set<String> names) {
        List<String> found = new ArrayList<>();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && names.contains(reader.getLocalName())) {
                    found.add(reader.getElementText());
                }
            }
        } catch (XMLStreamException e) {
            throw new HttpException(400, "the request body is not the XML that is expected here: " + e.getMessage());
        }
        return found;
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
