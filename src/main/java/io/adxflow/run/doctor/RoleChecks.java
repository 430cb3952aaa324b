package io.adxflow.run.doctor;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.run.access.Grant;
import io.adxflow.run.access.JobGrants;
import io.adxflow.run.access.Principal;
import io.adxflow.run.access.Roles;
import java.util.List;

/** The roles of whoever signs in. */
record RoleChecks(Findings findings, AdxClient client) {
    void look(Job job, Environment environment) {
        AdxAuth auth = client.cluster().auth();
        if (auth instanceof AdxAuth.None) {
            findings.skipped("roles", "nobody signs in, so nobody needs roles");
            return;
        }
        Principal principal = Principal.of(auth);
        Roles roles = new Roles(client);
        String repair = "adxflow grant " + job.text().name() + " --env " + environment.name() + " --apply";
        for (Grant grant : possible(roles, JobGrants.of(job, client.cluster().database()))) {
            String subject = "role on " + grant.scope();
            findings.look(subject, () -> {
                if (!roles.has(grant, principal)) {
                    throw new RemoteException(
                            principal.text() + " is not one of its "
                                    + grant.role().word() + "; " + repair,
                            false,
                            0,
                            "",
                            null);
                }
                return "one of its " + grant.role().word();
            });
        }
    }

    private List<Grant> possible(Roles roles, List<Grant> grants) {
        return grants.stream()
                .filter(grant -> grant.table().isEmpty()
                        || !roles.possible(List.of(grant)).isEmpty())
                .toList();
    }
}
