package io.adxflow.run.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CslSchemaTest {
    @Test
    void whatIsWrittenIsRead() {
        List<AdxColumn> columns = List.of(
                new AdxColumn("Time", AdxType.DATETIME),
                new AdxColumn("it's [a] \\ \"name\", is it: yes", AdxType.DYNAMIC));

        assertThat(CslSchema.read(CslSchema.write(columns))).isEqualTo(columns);
    }

    @Test
    void bareAndBracketedNamesAreRead() {
        assertThat(CslSchema.read("a:int,['b c']:string, [\"d\"]: real"))
                .containsExactly(
                        new AdxColumn("a", AdxType.INT),
                        new AdxColumn("b c", AdxType.STRING),
                        new AdxColumn("d", AdxType.REAL));
    }

    @Test
    void anythingElseIsADefect() {
        assertThatThrownBy(() -> CslSchema.read("a:int; b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the schema of a table");
    }
}
