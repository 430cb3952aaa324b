package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KqlTextTest {
    @Test
    void anOperatorComesBehindBlanksCommentsAndSemicolons() {
        assertThat(KqlText.pipe("T | where a == 1 ; // all of them\n ;", "take 0"))
                .isEqualTo("T | where a == 1\n| take 0");
    }

    @Test
    void whatLooksLikeACommentInAStringIsText() {
        assertThat(KqlText.pipe("T | where Url == 'http://x;'", "take 0"))
                .isEqualTo("T | where Url == 'http://x;'\n| take 0");
        assertThat(KqlText.pipe("print @\"a\"\"//\" ;", "take 0")).isEqualTo("print @\"a\"\"//\"\n| take 0");
        assertThat(KqlText.pipe("print ```//;``` // end", "take 0")).isEqualTo("print ```//;```\n| take 0");
        assertThat(KqlText.pipe("print 'it\\'s // ;';", "take 0")).isEqualTo("print 'it\\'s // ;'\n| take 0");
    }

    @Test
    void statementsBeforeTheQueryStay() {
        assertThat(KqlText.pipe("set notruncation;\nlet x = 1;\nT | where a == x;", "take 0"))
                .isEqualTo("set notruncation;\nlet x = 1;\nT | where a == x\n| take 0");
    }
}
