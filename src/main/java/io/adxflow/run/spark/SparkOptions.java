package io.adxflow.run.spark;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.job.model.Setting;
import io.adxflow.run.connect.SecretValues;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;

/**
 * The options of Spark's readers and writers. Spark shows options in plans, in its UI and in event logs, except those whose
 * names look like secrets to it; here all that hold one are made to look so, whatever their names.
 */
record SparkOptions(SparkSession session, SecretValues secrets, SourceText file) {
    /** See <a href="https://spark.apache.org/docs/3.5.2/configuration.html#runtime-sql-configuration">Spark SQL's configuration</a>. */
    private static final String SECRET_NAMES = "spark.sql.redaction.options.regex";

    /** @throws io.adxflow.base.diagnostic.UserException when a secret is missing */
    Map<String, String> of(Map<String, Setting> settings) {
        settings.forEach((name, setting) -> {
            if (setting instanceof Setting.Hidden) {
                hide(name);
            }
        });
        return secrets.texts(settings, file);
    }

    private void hide(String name) {
        String one = "(?i:^" + Pattern.quote(name) + "$)";
        String all = session.conf().get(SECRET_NAMES);
        if (!all.contains(one)) {
            session.conf().set(SECRET_NAMES, one + "|" + all);
        }
    }
}
