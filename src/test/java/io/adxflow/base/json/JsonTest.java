package io.adxflow.base.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void valuesArePlainJava() {
        assertThat(Json.read("{\"a\":[1,-2.50,\"x\",true,null],\"b\":{}}"))
                .isEqualTo(Map.of("a", Arrays.asList(1L, new BigDecimal("-2.50"), "x", true, null), "b", Map.of()));
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(Json.read("[9223372036854775807,9223372036854775808]"))
                .isEqualTo(List.of(Long.MAX_VALUE, new BigInteger("9223372036854775808")));
    }

    @Test
    void whatWasReadIsWrittenAgain() {
        String json = "{\"a\":[1,-2.50,\"x\\n\\\"é\\\"\",true,null],\"b\":{}}";
        assertThat(Json.write(Json.read(json))).isEqualTo(json);
    }

    @Test
    void numbersThatJsonCannotWriteBecomeTexts() {
        assertThat(Json.write(List.of(Double.NaN, Double.NEGATIVE_INFINITY, 1.5)))
                .isEqualTo("[\"NaN\",\"-Infinity\",1.5]");
    }

    @Test
    void aBrokenTextIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Json.read("{\"a\":\n  oops}"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("line 2, column 7")
                .hasMessageContaining("oops");
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThatThrownBy(() -> Json.read(" ")).hasMessageContaining("expected a JSON value, found nothing");
        assertThatThrownBy(() -> Json.read("1 2")).hasMessageContaining("expected the end");
    }

    @Test
    void depthIsLimited() {
        assertThatThrownBy(() -> Json.read("[".repeat(5000) + "]".repeat(5000)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void theNumberOfValuesIsLimited() {
        assertThatThrownBy(() -> Json.read("[1,2,3]", new JsonLimits(5, 3, 10)))
                .hasMessageContaining("more than 3 values");
    }
}
