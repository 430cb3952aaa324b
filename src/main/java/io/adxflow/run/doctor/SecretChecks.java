package io.adxflow.run.doctor;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.Job;
import io.adxflow.run.connect.SecretValues;
import io.adxflow.secret.SecretReference;

/** The secrets that options of a job's sources and sinks name. */
record SecretChecks(Findings findings, SecretValues secrets) {
    void look(Job job) {
        for (SecretReference name : SecretNames.of(job)) {
            findings.look("secret " + name.scope() + "/" + name.key(), () -> {
                secrets.find(name, Span.at(0), job.text());
                return "is there";
            });
        }
    }
}
