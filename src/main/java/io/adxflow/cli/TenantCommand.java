package io.adxflow.cli;

import io.adxflow.base.json.Json;
import io.adxflow.secret.entra.Tenant;
import io.adxflow.secret.entra.Tenants;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds a tenant of Entra ID by its domain. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        description = "Find the id of a tenant by one of its domains. Needs no sign-in.",
        footer = {
            "",
            "Examples:",
            "  adxflow tenant contoso.com",
            "  adxflow tenant contoso.us --cloud us-government --json"
        })
final class TenantCommand extends BaseCommand {
    private final Wiring wiring;

    @Parameters(paramLabel = "DOMAIN|ID", description = "A domain such as contoso.com, or an id to look up.")
    private String domain;

    @Mixin
    private CloudOption cloud;

    @Option(names = "--json", description = "Print everything that is known as JSON.")
    private boolean json;

    TenantCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Tenant tenant = Tenants.find(domain, wiring.signInPlaces().played(cloud.value()));
        terminal().out().println(json ? Json.write(fields(tenant)) : tenant.id());
        return ExitCode.OK;
    }

    private Map<String, Object> fields(Tenant tenant) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("asked", domain);
        fields.put("tenant", tenant.id());
        fields.put("cloud", cloud.value().word());
        fields.put("authority", cloud.value().login() + "/" + tenant.id());
        fields.put("region", tenant.region());
        return fields;
    }
}
