package io.adxflow.cli;

import io.adxflow.databricks.workspace.SecretScopes;
import io.adxflow.secret.Secret;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about secret scopes of a workspace. A value never is an argument, and is never shown. */
@Command(
        name = "secrets",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Keep secrets in scopes of a Databricks workspace, where jobs read them.",
        footer = {
            "",
            "Examples:",
            "  adxflow secrets create-scope adx --env prod",
            "  adxflow secrets put adx myaadappkey --env prod",
            "  adxflow secrets list adx --env prod"
        })
final class SecretsCommand {
    /** More than a secret may have, so that one that is too large is refused and not cut off. */
    private static final int MOST_BYTES = 256 * 1024;

    private final Wiring wiring;
    private final Terminal terminal;

    SecretsCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Command(
            name = "create-scope",
            mixinStandardHelpOptions = true,
            description = "Create a scope, empty or that of a key vault.",
            footer = {
                "",
                "Examples:",
                "  adxflow secrets create-scope adx --env prod",
                "  adxflow secrets create-scope adx --env prod \\",
                "    --vault-id /subscriptions/…/vaults/etl \\",
                "    --vault-url https://etl.vault.azure.net/"
            })
    int createScope(
            @Parameters(paramLabel = "SCOPE", description = "The name of the scope.") String scope,
            @Option(names = "--vault-id", paramLabel = "ID", description = "The resource id of a key vault.")
                    String vaultId,
            @Option(names = "--vault-url", paramLabel = "URL", description = "The address of the key vault.")
                    String vaultUrl,
            @Option(
                            names = "--manager",
                            paramLabel = "PRINCIPAL",
                            defaultValue = "",
                            description = "Who may manage it beside its creator: 'users', the only one that Databricks"
                                    + " takes.")
                    String manager,
            @Mixin WorkspaceOptions workspace) {
        return act(workspace, scopes -> {
            if ((vaultId == null) != (vaultUrl == null)) {
                throw CliProblem.HALF_A_VAULT.with().toException();
            }
            if (vaultId == null) {
                scopes.create(scope, manager);
            } else {
                scopes.create(scope, manager, new SecretScopes.Vault(vaultId, vaultUrl));
            }
            terminal.out().println("created the scope " + scope);
        });
    }

    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description = "Store a secret. Its value is asked for, or read from standard input.",
            footer = {"", "Example:", "  adxflow secrets put adx myaadappkey --env prod < key.txt"})
    int put(
            @Parameters(paramLabel = "SCOPE", description = "The name of the scope.") String scope,
            @Parameters(paramLabel = "KEY", description = "The name of the secret.") String key,
            @Mixin WorkspaceOptions workspace) {
        return act(workspace, scopes -> {
            scopes.put(scope, key, value());
            terminal.out().println("stored {{secrets/" + scope + "/" + key + "}}");
        });
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Show the names of scopes, or of the secrets of one.",
            footer = {"", "Example:", "  adxflow secrets list adx --env prod"})
    int list(
            @Parameters(paramLabel = "SCOPE", arity = "0..1", description = "The name of the scope.") String scope,
            @Mixin WorkspaceOptions workspace) {
        return act(workspace, scopes -> (scope == null
                        ? scopes.scopes().stream().map(SecretsCommand::line).toList()
                        : scopes.keys(scope))
                .forEach(terminal.out()::println));
    }

    private static String line(SecretScopes.Scope scope) {
        return scope.name()
                + scope.vault().map(vault -> "  (key vault " + vault + ")").orElse("");
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Delete a secret.",
            footer = {"", "Example:", "  adxflow secrets delete adx myaadappkey --env prod"})
    int delete(
            @Parameters(paramLabel = "SCOPE", description = "The name of the scope.") String scope,
            @Parameters(paramLabel = "KEY", description = "The name of the secret.") String key,
            @Mixin WorkspaceOptions workspace) {
        return act(workspace, scopes -> {
            scopes.delete(scope, key);
            terminal.out().println("deleted {{secrets/" + scope + "/" + key + "}}");
        });
    }

    private interface Work {
        void on(SecretScopes scopes);
    }

    private int act(WorkspaceOptions workspace, Work work) {
        return new BaseCommand(terminal) {
            @Override
            ExitCode execute() {
                work.on(new SecretScopes(workspace.connect(wiring)));
                return ExitCode.OK;
            }
        }.call();
    }

    private static Secret value() {
        String text = typed();
        if (text.isEmpty()) {
            throw CliProblem.NO_VALUE
                    .with()
                    .withHint("type it, or send it to standard input: … < key.txt")
                    .toException();
        }
        return new Secret(text);
    }

    /** What a person types, without an echo, or what another program sends. */
    private static String typed() {
        Console console = System.console();
        if (console != null) {
            char[] password = console.readPassword("value: ");
            return password == null ? "" : new String(password);
        }
        try {
            String text = new String(System.in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return text.replaceFirst("\\r?\\n$", "");
        } catch (IOException e) {
            throw CliProblem.unreadable("standard input", e);
        }
    }
}
