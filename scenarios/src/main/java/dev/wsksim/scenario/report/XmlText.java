package dev.wsksim.scenario.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML 1.0 document element by element, indented; what no XML document may hold is replaced by U+FFFD. */
public final class XmlText {
    private static final int REPLACEMENT = 0xFFFD;

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    /** Begins a document. */
    public XmlText() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
    }

    /** Opens an element with these attributes: a name, its value, the next name, its value. */
    public XmlText open(String name, String... attributes) {
        try {
            newLine();
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], legal(VisibleText.line(attributes[i + 1])));
            }
            depth++;
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** Closes an element that holds other elements. */
    public XmlText close() {
        try {
            depth--;
            newLine();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** Writes an element that holds text alone. */
    public XmlText element(String name, String text, String... attributes) {
        open(name, attributes);
        try {
            xml.writeCharacters(legal(text));
            depth--;
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    @Override
    public String toString() {
        try {
            xml.flush();
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
        return out + "\n";
    }

    private void newLine() throws XMLStreamException {
        if (depth == 0) {
            xml.flush();
            out.write("\n");
        } else {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }
    }

    /** Replaces what production 2 of XML 1.0, Char, leaves out. */
    private static String legal(String text) {
        int[] points = text.codePoints()
                .map(point -> isLegal(point) ? point : REPLACEMENT)
                .toArray();
        return new String(points, 0, points.length);
    }

    private static boolean isLegal(int point) {
        return point == '\n'
                || point == '\t'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
