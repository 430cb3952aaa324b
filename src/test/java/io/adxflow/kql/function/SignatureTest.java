package io.adxflow.kql.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    @Test
    void optionalArgumentsMayBeLeftOut() {
        Signature signature = Signature.of("f(a: string, [b: long = 7], [c: long = -1]): long");
        assertThat(List.of(0, 1, 2, 3, 4)).filteredOn(signature::takes).containsExactly(1, 2, 3);
        assertThat(signature.fill(new SqlTemplate("f({0}, {1}, {2})"), List.of("x", "y"), Map.of()))
                .isEqualTo("f(x, y, -1)");
    }

    @Test
    void repeatedParametersRepeatAsAGroup() {
        Signature signature = Signature.of("case(when: bool..., then: common..., else: common): common");
        assertThat(List.of(1, 2, 3, 4, 5)).filteredOn(signature::takes).containsExactly(3, 5);
        assertThat(signature.expand(5))
                .extracting(Parameter::name)
                .containsExactly("when", "then", "when", "then", "else");
    }

    @Test
    void choicesAreConstantTexts() {
        Parameter kind = Signature.of("f([kind: normal|regex = 'normal']): long")
                .parameters()
                .get(0);
        assertThat(kind.choices()).containsExactly("normal", "regex");
        assertThat(kind.isConstant()).isTrue();
        assertThat(kind.type()).isEqualTo(TypeClass.STRING);
    }

    @Test
    void resultFollowsTheArguments() {
        List<KqlType> types = List.of(KqlType.BOOL, KqlType.REAL, KqlType.REAL);
        assertThat(Signature.of("iff(c: bool, a: common, b: common): common")
                        .result()
                        .of(types))
                .isEqualTo(KqlType.REAL);
        assertThat(Signature.of("f(a: bool, b: real): second").result().of(types))
                .isEqualTo(KqlType.REAL);
    }
}
