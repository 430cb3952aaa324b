package io.adxflow.emulator.command.language;

import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.util.Arrays;

/** The columns of an answer, written as Kusto's reference writes them: {@code ExtentId guid, RowCount long}. */
public final class AnswerSchema {
    private AnswerSchema() {}

    public static Schema of(String columns) {
        return new Schema(Arrays.stream(columns.split(","))
                .map(column -> column.strip().split(" "))
                .map(parts -> new Column(parts[0], KqlType.named(parts[1]).orElseThrow()))
                .toList());
    }
}
