package dev.wsksim.scenario.course;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dev.wsksim.scenario.course.Grade.Item;
import dev.wsksim.scenario.report.JsonText;
import dev.wsksim.scenario.report.XmlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes grades for other programs. The texts depend on nothing but the grades. */
public final class GradeDocuments {
    private GradeDocuments() {}

    /** Returns the JSON Schema of {@link #json}. */
    public static String schemaText() {
        try {
            return Resources.toString(
                    Resources.getResource(GradeDocuments.class, "grades-1.schema.json"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the grades as JSON. */
    public static String json(List<HandIn> handIns) {
        JsonText json =
                new JsonText("").beginObject().number("wsksim-grades", 1).beginList("grades");
        for (HandIn handIn : handIns) {
            Grade grade = handIn.grade();
            json.beginObject()
                    .text("file", handIn.file())
                    .text("lesson", grade.lesson())
                    .flag("passed", grade.passed())
                    .number("points", grade.points())
                    .number("of", grade.of())
                    .text("prediction", handIn.prediction())
                    .flag("predicted-right", handIn.predictedRight())
                    .beginList("items");
            grade.items().forEach(item -> write(item, json));
            json.end(']').end('}');
        }
        return json.end(']').end('}') + "\n";
    }

    private static void write(Item item, JsonText json) {
        json.beginObject()
                .text("kind", item.kind().label())
                .text("name", item.name())
                .flag("passed", item.passed())
                .text("why", item.why().strip())
                .text("evidence", item.evidence().strip())
                .end('}');
    }

    /** Returns the grades as JUnit XML: a suite for each driver, a test case for each thing that was tried. */
    public static String junitXml(List<HandIn> handIns) {
        ImmutableList<Item> all = handIns.stream()
                .flatMap(handIn -> handIn.grade().items().stream())
                .collect(ImmutableList.toImmutableList());
        XmlText xml = new XmlText();
        xml.open("testsuites", counts("wsksim learn", all));
        for (HandIn handIn : handIns) {
            xml.open("testsuite", counts(handIn.file(), handIn.grade().items()));
            handIn.grade().items().forEach(item -> write(item, handIn, xml));
            xml.close();
        }
        return xml.close().toString();
    }

    private static String[] counts(String name, List<Item> items) {
        long failures = items.stream().filter(item -> !item.passed()).count();
        return new String[] {
            "name", name, "tests", Integer.toString(items.size()), "failures", Long.toString(failures), "errors", "0"
        };
    }

    private static void write(Item item, HandIn handIn, XmlText xml) {
        xml.open(
                "testcase",
                "name",
                item.kind().label() + ": " + item.name(),
                "classname",
                handIn.grade().lesson());
        if (!item.passed()) {
            String text = item.why().strip() + "\n\n" + item.evidence().strip() + "\n";
            xml.element(
                    "failure",
                    text,
                    "type",
                    item.kind().label(),
                    "message",
                    item.why().strip());
        }
        xml.close();
    }
}
