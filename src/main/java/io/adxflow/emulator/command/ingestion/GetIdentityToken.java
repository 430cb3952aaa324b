package io.adxflow.emulator.command.ingestion;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .get kusto identity token
/** What a client puts into its ingestion messages, so that data is ingested with its rights and no others. */
public record GetIdentityToken() implements OpenCommand {
    private static final Schema ANSWER = AnswerSchema.of("AuthorizationContext string");
    private static final String ANYBODY = "adxflow-emulator";

    public static GetIdentityToken read(CommandReader reader) {
        return new GetIdentityToken();
    }

    @Override
    public CommandResult run(CommandContext context) {
        String token = context.access().isChecked()
                ? context.blobs().identityToken(context.access().principal())
                : ANYBODY;
        return CommandResult.of(ANSWER, List.of(CommandResult.row(token)));
    }
}
