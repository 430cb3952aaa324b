package io.adxflow.emulator.command.cluster;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandParser;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

// .execute database script [with (ContinueOnErrors, ThrowOnErrors)] <| {COMMAND}
/**
 * Runs commands one after the other, each of them whole or not at all. A failure ends the script, unless it says
 * {@code ContinueOnErrors}; what came before stays. A command begins on a line of its own; those that only show are skipped.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/execute-database-script">.execute database script</a>
 */
public record ExecuteScript(boolean continues, boolean isThrowing, QueryText script) implements Command {
    private static final Schema ANSWER =
            AnswerSchema.of("OperationId guid, CommandType string, CommandText string, Result string, Reason string");
    private static final Pattern BEGIN = Pattern.compile("(?m)^(?=\\.)");

    public static Command read(CommandReader reader) {
        reader.take("database");
        reader.expect("script");
        Properties properties = Properties.read(reader);
        reader.expectSymbol("<|");
        return new ExecuteScript(
                properties.flag("ContinueOnErrors", false), properties.flag("ThrowOnErrors", false), reader.rest());
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.ADMINISTER, context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        List<List<Object>> rows = new ArrayList<>();
        for (String text : commands()) {
            List<Object> row = row(context.with(text), text);
            rows.add(row);
            if (row.get(3).equals("Failed") && !continues) {
                break;
            }
        }
        return CommandResult.of(ANSWER, rows);
    }

    /** Without the comments and blanks before the first. */
    private List<String> commands() {
        return Arrays.stream(BEGIN.split(script.text()))
                .map(String::strip)
                .filter(text -> text.startsWith("."))
                .toList();
    }

    private List<Object> row(CommandContext context, String text) {
        CommandParser parser = context.services().parser();
        UUID operation = UUID.randomUUID();
        try {
            Command command = parser.parse(text);
            if (command instanceof ShowCommand) {
                return CommandResult.row(operation, parser.kind(text), text, "Skipped", "");
            }
            context.operations().during(operation, parser.kind(text), command, context);
            return CommandResult.row(operation, parser.kind(text), text, "Completed", "");
        } catch (UserException | RemoteException e) {
            if (isThrowing) {
                throw e;
            }
            return CommandResult.row(operation, parser.kind(text), text, "Failed", e.getMessage());
        }
    }
}
