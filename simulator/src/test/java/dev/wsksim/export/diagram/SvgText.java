package dev.wsksim.export.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The texts of an SVG file and where they stand. */
final class SvgText {

    private static final int CHAR_TENTHS = 72;

    private final Document document;

    private SvgText(Document document) {
        this.document = document;
    }

    static SvgText of(String svg) {
        try {
            return new SvgText(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("this is no XML", e);
        }
    }

    String title() {
        return elements("title").get(0).getTextContent();
    }

    String description() {
        return elements("desc").get(0).getTextContent();
    }

    List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }

    /** Returns where the text stands that begins with a word. */
    int y(String word) {
        return elements("text").stream()
                .filter(text -> text.getTextContent().startsWith(word + " "))
                .mapToInt(text -> number(text, "y"))
                .findFirst()
                .orElseThrow();
    }

    /** Requires that no text touches another or leaves the page. */
    void requireNoOverlap() {
        List<Element> texts = elements("text");
        int width = number(document.getDocumentElement(), "width");
        for (int i = 0; i < texts.size(); i++) {
            Element one = texts.get(i);
            assertThat(left(one)).as(one.getTextContent()).isNotNegative();
            assertThat(left(one) + length(one)).as(one.getTextContent()).isLessThanOrEqualTo(width);
            for (Element other : texts.subList(i + 1, texts.size())) {
                boolean apart = Math.abs(number(one, "y") - number(other, "y")) >= 11
                        || left(one) + length(one) <= left(other)
                        || left(other) + length(other) <= left(one);
                assertThat(apart)
                        .as("'%s' and '%s'", one.getTextContent(), other.getTextContent())
                        .isTrue();
            }
        }
    }

    private static int left(Element text) {
        int x = number(text, "x");
        return switch (text.getAttribute("text-anchor")) {
            case "start" -> x;
            case "end" -> x - length(text);
            default -> x - length(text) / 2;
        };
    }

    private static int length(Element text) {
        int tenths = text.getAttribute("class").equals("head") ? CHAR_TENTHS * 5 / 4 : CHAR_TENTHS;
        return text.getTextContent().length() * tenths / 10;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
