package io.adxflow.kql.value;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML as {@code parse_xml()} gives it: attributes begin with @, repeated elements are an array, mixed text is #text. */
public final class XmlParts {
    private static final XMLInputFactory FACTORY = factory();

    private XmlParts() {}

    public static String of(String text) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    Map<String, Object> root = new LinkedHashMap<>();
                    root.put(reader.getLocalName(), element(reader));
                    return JsonText.of(root);
                }
            }
            return null;
        } catch (XMLStreamException notXml) {
            return null;
        }
    }

    private static Object element(XMLStreamReader reader) throws XMLStreamException {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            parts.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                add(parts, reader.getLocalName(), element(reader));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        String trimmed = text.toString().strip();
        if (parts.isEmpty()) {
            return trimmed.isEmpty() ? null : trimmed;
        }
        if (!trimmed.isEmpty()) {
            parts.put("#text", trimmed);
        }
        return parts;
    }

    private static void add(Map<String, Object> parts, String name, Object value) {
        Object held = parts.get(name);
        if (!parts.containsKey(name)) {
            parts.put(name, value);
        } else if (held instanceof List<?> list) {
            List<Object> longer = new ArrayList<>(list);
            longer.add(value);
            parts.put(name, longer);
        } else {
            List<Object> both = new ArrayList<>();
            both.add(held);
            both.add(value);
            parts.put(name, both);
        }
    }

    /** Without external entities: the text comes from the data. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
