package io.adxflow.cli;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Problem;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** What can be wrong with the arguments of a command, beyond their shape. */
enum CliProblem implements Problem {
    UNREADABLE_FILE("CLI101", "the file '%s' cannot be read: %s"),
    UNWRITABLE_FILE("CLI102", "the file '%s' cannot be written: %s"),
    UNKNOWN_FORMAT("CLI103", "the format of '%s' is not known, expected .csv, .json or .parquet"),
    NOT_AN_EMULATOR("CLI104", "the environment '%s' is not that of an emulator"),
    UNFILLED_REFERENCE("CLI105", "nobody filled in '%s'"),
    SCHEDULE_IS_OVER("CLI106", "the schedule '%s' does not fire any more"),
    HALF_A_VAULT("CLI107", "a key vault has an id and an address, found one of them"),
    BAD_STORAGE("CLI108", "the connection string of the storage account cannot be used: %s"),
    NO_VALUE("CLI109", "a secret cannot be empty"),
    EMULATOR_ELSEWHERE(
            "CLI110", "the environment '%s' expects its emulator at %s, and the one of this folder runs at %s"),
    NOT_A_PERSON("CLI120", "the environment '%s' signs in with %s, and nobody logs in for that"),
    NOT_A_PRINCIPAL("CLI121", "'%s' is not a principal"),
    NOT_A_STAND_IN("CLI122", "'%s' cannot play Entra ID");

    private final String code;
    private final String template;

    CliProblem(String code, String template) {
        this.code = code;
        this.template = template;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String template() {
        return template;
    }

    /** A file that was named on the command line could not be read. */
    static UserException unreadable(Object file, IOException why) {
        String reason = why instanceof NoSuchFileException ? "there is no such file" : String.valueOf(why.getMessage());
        return UNREADABLE_FILE.with(file, reason).toException();
    }

    Diagnostic with(Object... arguments) {
        return at(Span.at(0), arguments);
    }
}
