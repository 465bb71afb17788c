package dev.wsksim.export.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One JSON value in one line. */
final class JsonLineTest {

    @Test
    void members_ofAllKinds_standInTheOrderOfTheCalls() {
        String json = new JsonLine()
                .beginObject()
                .text("a", "b")
                .number("n", -5)
                .flag("yes", true)
                .beginObject("inner")
                .endObject()
                .beginList("list")
                .element("x")
                .element("y")
                .beginObject()
                .number("z", 1)
                .endObject()
                .endList()
                .endObject()
                .toString();

        assertThat(json).isEqualTo("{\"a\":\"b\",\"n\":-5,\"yes\":true,\"inner\":{},\"list\":[\"x\",\"y\",{\"z\":1}]}");
    }

    @Test
    void text_withWhatJsonTakesForItsOwn_isEscaped() {
        assertThat(new JsonLine()
                        .beginObject()
                        .text("t", "\"\\\n\u0007\u2028\ud800\u00e4")
                        .endObject()
                        .toString())
                .isEqualTo("{\"t\":\"\\\"\\\\\\u000a\\u0007\u2028\\ud800\u00e4\"}");
    }

    @Test
    void text_outsideTheBasicPlane_staysAsItIs_andHalvesOfItAreEscaped() {
        assertThat(new JsonLine()
                        .beginObject()
                        .text("t", "a\ud83d\ude00b\ude00\ud83d\u007f\u009f\u00a0")
                        .endObject()
                        .toString())
                .isEqualTo("{\"t\":\"a\ud83d\ude00b\\ude00\\ud83d\\u007f\\u009f\u00a0\"}");
    }

    @Test
    void members_behindATextThatLooksLikeABeginning_areSeparated() {
        assertThat(new JsonLine()
                        .beginObject()
                        .text("a", "{")
                        .text("b", "[")
                        .beginList("c")
                        .endList()
                        .flag("d", true)
                        .endObject()
                        .toString())
                .isEqualTo("{\"a\":\"{\",\"b\":\"[\",\"c\":[],\"d\":true}");
    }
}
