package io.adxflow.secret.entra;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The tokens of whoever signed in with {@code az login}, as the Azure CLI hands them out. */
record CliTokens(Identity.AzureCli identity, Cloud cloud, Duration limit) implements TokenSource {
    /** Long enough for a request to Entra ID over a slow network. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS]");

    CliTokens(Identity.AzureCli identity, Cloud cloud) {
        this(identity, cloud, LIMIT);
    }

    @Override
    public AccessToken token() {
        try {
            Process az = new ProcessBuilder(command()).start();
            az.getOutputStream().close();
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(az.getInputStream()));
            CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> text(az.getErrorStream()));
            if (!az.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                az.destroyForcibly();
                throw refused("it did not end within " + limit.toSeconds() + " s");
            }
            if (az.exitValue() != 0) {
                throw refused(errors.join());
            }
            return read(out.join());
        } catch (IOException failure) {
            throw EntraProblem.NO_CLI
                    .with()
                    .withHint("install it, or use another way to sign in")
                    .toException();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RemoteException("stopped while the Azure CLI was asked", true, 0, "", stop);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                identity.program(), "account", "get-access-token", "--output", "json", "--resource", cloud.resource()));
        identity.tenant().map(Tenants::name).ifPresent(tenant -> command.addAll(List.of("--tenant", tenant)));
        return command;
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "(its message was lost: " + gone.getMessage() + ")";
        }
    }

    private AccessToken read(String json) {
        try {
            Map<?, ?> answer = (Map<?, ?>) Json.read(json);
            Object epoch = answer.get("expires_on");
            Instant expires = epoch != null
                    ? Instant.ofEpochSecond(Long.parseLong(epoch.toString()))
                    : LocalDateTime.parse(answer.get("expiresOn").toString(), LOCAL)
                            .atZone(ZoneId.systemDefault())
                            .toInstant();
            return new AccessToken(new Secret(answer.get("accessToken").toString()), expires);
        } catch (JsonException | ClassCastException | NullPointerException | java.time.DateTimeException notOurs) {
            // The answer may hold the token, so nothing of it is shown.
            throw refused("its answer is not the JSON of 'az account get-access-token'");
        }
    }

    private UserException refused(String errors) {
        String line = errors.lines().filter(text -> !text.isBlank()).findFirst().orElse("no reason given");
        return EntraProblem.CLI_REFUSED
                .with(line.replaceFirst("^ERROR: ", ""))
                .withHint(identity.tenant()
                        .map(tenant -> "az login --tenant " + tenant)
                        .orElse("az login"))
                .toException();
    }
}
