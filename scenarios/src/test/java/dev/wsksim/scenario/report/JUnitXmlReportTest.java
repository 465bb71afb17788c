package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** JUnit XML as agreed, and as Maven Surefire's own reader and the XML parser of the JDK understand it. */
class JUnitXmlReportTest {
    private static String text() {
        return SampleRun.text(new JUnitXmlReport(), false);
    }

    private static List<ReportTestSuite> readBySurefire(String xml) throws Exception {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    }

    @Test
    void document_readsAsAgreed() throws IOException {
        Golden.assertMatches("report/junit.xml", text());
    }

    @Test
    void surefire_readsEveryCase_withItsVerdict() throws Exception {
        List<ReportTestCase> cases = readBySurefire(text()).stream()
                .flatMap(suite -> suite.getTestCases().stream())
                .toList();

        assertThat(cases).hasSize(7);
        assertThat(cases.get(0).isSuccessful()).isTrue();
        assertThat(cases.get(0).getFullName()).isEqualTo("refused.a connect is accepted");
        assertThat(cases.get(0).getTime()).isEqualTo(2.06f);
        assertThat(cases.get(1).hasFailure()).isTrue();
        assertThat(cases.get(1).getFailureType()).isEqualTo("completion");
        assertThat(cases.get(1).getFailureMessage()).isEqualTo("the IRP completed too late");
        // Surefire's reader strips the text or not, as the file is cut into pieces.
        assertThat(cases.get(1).getFailureDetail().strip())
                .isEqualTo(SampleRun.cases().get(1).text().strip())
                .contains("replay: ./wsksim run refused.yaml --seed 7 --profile windows-11");
        assertThat(cases.get(2).getFailureMessage())
                .isEqualTo("WSK-IRP-004: IRP 1 was used again without IoReuseIrp (and 1 more)");
        assertThat(cases.get(3).hasError()).isTrue();
        assertThat(cases.get(3).getFailureType()).isEqualTo("inconclusive");
        assertThat(cases.get(4).hasError()).isTrue();
        assertThat(cases.get(4).getFailureMessage()).isEqualTo("AssertionError: socket 3 was closed twice");
        assertThat(cases.get(5).hasFailure()).isTrue();
        assertThat(cases.get(6).hasSkipped()).isTrue();
    }

    @Test
    void skipped_isNoSuccess_andTellsItsReason() {
        JUnitXmlReport report = new JUnitXmlReport();
        report.add(SampleRun.skipped());

        assertThat(report.text(false))
                .contains("failures=\"0\" errors=\"0\" skipped=\"1\"")
                .contains("<skipped message=\"the second call has to find the first one pending\">");
    }

    @Test
    void counts_areThoseOfTheCases() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text())));

        Element root = xml.getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("tests")).isEqualTo("7");
        assertThat(root.getAttribute("failures")).isEqualTo("3");
        assertThat(root.getAttribute("errors")).isEqualTo("2");
        NodeList suites = root.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(1);
        assertThat(((Element) suites.item(0)).getAttribute("skipped")).isEqualTo("1");
        assertThat(root.getElementsByTagName("failure").getLength()).isEqualTo(3);
        assertThat(root.getElementsByTagName("error").getLength()).isEqualTo(2);
    }

    /** The XML parser refuses what XML does not allow; beyond the basic plane, characters come in two pieces. */
    @Test
    void hostileName_comesBack_butForWhatXmlDoesNotAllow() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text())));

        Element hostile = (Element) xml.getElementsByTagName("testcase").item(5);
        assertThat(hostile.getAttribute("name"))
                .isEqualTo("a | b # <c> & \"d\" ]]> \\ `e` *f* _g_ @h ::i,%0A\uFFFD[2J \uD83D\uDE00 \uFFFD");
    }

    @Test
    void wallTime_takesThePlaceOfVirtualTime_onlyWhereItIsKnown() {
        JUnitXmlReport report = new JUnitXmlReport();
        SampleRun.cases(OptionalLong.of(1_234_500_000L)).forEach(report::add);

        assertThat(report.text(false))
                .contains("classname=\"refused\" time=\"1.235\"", "virtual time 2.06s")
                .doesNotContain("time=\"2.060\"");
        assertThat(text()).contains("time=\"2.060\"").doesNotContain("1.235");
    }

    @Test
    void files_areSuites_andFoldersPackages() {
        ReportedCase sample = SampleRun.cases().get(0);
        JUnitXmlReport report = new JUnitXmlReport();
        for (String file : List.of("./a/b.c/x.yaml", "..\\w\\y.yml", "/abs/z.yaml")) {
            report.add(Samples.in(file, sample));
        }

        assertThat(report.text(false))
                .contains("<testsuite name=\"./a/b.c/x.yaml\" tests=\"1\"", "classname=\"a.b-c.x\"")
                .contains("<testsuite name=\"..\\w\\y.yml\" tests=\"1\"", "classname=\"w.y\"")
                .contains("classname=\"abs.z\"");
    }

    @Test
    void document_ofNothing_isWellFormed() throws Exception {
        assertThat(readBySurefire(new JUnitXmlReport().text(false))).isEmpty();
    }

    @Test
    void document_inAnyLocale_isTheSame() {
        String expected = text();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(text()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }
}
