package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TAP as agreed, and as Perl's TAP::Parser, which every Perl brings along, understands it. */
class TapReportTest {
    /** Prints what the parser makes of a document, a line a test point: its data in pieces that are easy to compare. */
    private static final String READER = """
            use TAP::Parser;
            my $parser = TAP::Parser->new({ source => $ARGV[0] });
            binmode STDOUT;
            while (my $result = $parser->next) {
                if ($result->is_test) {
                    print join('|', 'test', $result->ok, $result->number, $result->description,
                        $result->directive, $result->explanation), "\\n";
                } elsif ($result->is_yaml) {
                    my $data = $result->data;
                    print join('|', 'yaml', $data->{verdict}, $data->{seed}, $data->{message} // '',
                        scalar(split /\\n/, $data->{report} // '')), "\\n";
                } elsif ($result->is_bailout) {
                    print 'bailout|', $result->explanation, "\\n";
                } elsif ($result->is_unknown) {
                    print 'unknown|', $result->raw, "\\n";
                }
            }
            print join('|', 'plan', $parser->plan, scalar($parser->parse_errors)), "\\n";
            print "error|$_\\n" for $parser->parse_errors;
            """;

    @TempDir
    private Path folder;

    @Test
    void document_readsAsAgreed() throws IOException {
        Golden.assertMatches("report/result.tap", SampleRun.text(new TapReport(), false));
    }

    @Test
    void interruptedRun_bailsOut() {
        assertThat(SampleRun.text(new TapReport(), true)).endsWith("\nBail out! the run was interrupted\n");
    }

    @Test
    void skipped_isOkWithItsReason() {
        TapReport report = new TapReport();
        report.add(SampleRun.skipped());

        assertThat(report.text(false))
                .endsWith("\nok 1 - a connect is refused # SKIP the second call has to find the first one pending\n");
    }

    @Test
    void nothing_isAPlanOfNothing() {
        assertThat(new TapReport().text(false)).isEqualTo("TAP version 14\n1..0 # SKIP no scenario was run\n");
    }

    @Test
    void wallTime_isThere_onlyWhereItIsKnown() {
        TapReport report = new TapReport();
        SampleRun.cases(OptionalLong.of(1_234_500_000L)).forEach(report::add);

        assertThat(report.text(false)).contains("\n  duration_ms: 1234.500\n");
        assertThat(SampleRun.text(new TapReport(), false)).doesNotContain("duration_ms");
    }

    @Test
    void perl_readsEveryPoint_withItsVerdictAndReport() throws Exception {
        List<String> read = readByPerl(SampleRun.text(new TapReport(), false));

        assertThat(read).noneMatch(line -> line.startsWith("unknown|") || line.startsWith("error|"));
        assertThat(read).endsWith("plan|1..7|0");
        assertThat(read.stream().filter(line -> line.startsWith("test|")))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("test|ok|1|- a connect is accepted||"),
                        line -> assertThat(line).isEqualTo("test|not ok|2|- a connect is refused||"),
                        line -> assertThat(line).isEqualTo("test|not ok|3|- an IRP is used again||"),
                        line -> assertThat(line).isEqualTo("test|not ok|4|- a transport||"),
                        line -> assertThat(line).isEqualTo("test|not ok|5|- a fault||"),
                        line -> assertThat(line).startsWith("test|not ok|6|- a | b \\# <c> & \"d\" ]]> \\\\ "),
                        line -> assertThat(line)
                                .isEqualTo("test|ok|7|- not begun|SKIP|an earlier scenario did not pass"));
        List<String> yaml =
                read.stream().filter(line -> line.startsWith("yaml|")).toList();
        int lines =
                (int) SampleRun.cases().get(1).text().stripTrailing().lines().count();
        assertThat(yaml.get(0)).isEqualTo("yaml|passed|7||0");
        assertThat(yaml.get(1)).isEqualTo("yaml|failed|7|the IRP completed too late|" + lines);
        assertThat(yaml.get(3)).startsWith("yaml|inconclusive|7|not simulated: ");
        assertThat(yaml.get(4)).startsWith("yaml|fault|3|AssertionError: socket 3 was closed twice|");
    }

    @Test
    void perl_readsABailOut() throws Exception {
        assertThat(readByPerl(SampleRun.text(new TapReport(), true))).contains("bailout|the run was interrupted");
    }

    /**
     * Has Perl read a document. Its parser knows versions up to 13 only (Test::Harness 3.44); what we use of version 14
     * is the same there, so that it is given the document as one of version 13.
     */
    private List<String> readByPerl(String tap) throws IOException, InterruptedException {
        Path document =
                Files.writeString(folder.resolve("result.tap"), tap.replace("TAP version 14", "TAP version 13"));
        Path script = Files.writeString(folder.resolve("reader.pl"), READER);
        Path out = folder.resolve("out.txt");
        int code;
        try {
            code = new ProcessBuilder("perl", script.toString(), document.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return withoutPerl(e);
        }
        assertThat(code).as(Files.readString(out)).isZero();
        return Files.readAllLines(out);
    }

    private static List<String> withoutPerl(IOException missing) {
        String message = "perl is not here (" + missing.getMessage() + "), so nobody has read the TAP";
        if ("true".equalsIgnoreCase(System.getenv("CI"))) {
            fail(message + "; install it: apt-get install perl");
        }
        System.err.println("WARNING: " + message);
        abort(message);
        return List.of();
    }
}
