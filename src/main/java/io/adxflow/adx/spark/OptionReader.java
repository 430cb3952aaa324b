package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxProblem;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Reads options and collects what is wrong with them, to say it all at once. */
final class OptionReader {
    private static final Set<String> CONNECTION = Set.of(
            AdxOption.CLUSTER,
            AdxOption.INGESTION_URI,
            AdxOption.DATABASE,
            AdxOption.ACCESS_TOKEN,
            AdxOption.APP_ID,
            AdxOption.APP_SECRET,
            AdxOption.AUTHORITY,
            AdxOption.SIGN_IN,
            AdxOption.REQUEST_ID);

    private final CaseInsensitiveStringMap options;
    private final List<Diagnostic> problems = new ArrayList<>();

    OptionReader(CaseInsensitiveStringMap options, Set<String> others) {
        this.options = options;
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(CONNECTION);
        known.addAll(others);
        options.asCaseSensitiveMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(AdxProblem.UNSUPPORTED_OPTION
                        .with(name)
                        .withHint(Suggestion.hint(name, "supported options", known))));
    }

    String required(String name) {
        String value = options.get(name);
        if (value == null || value.isBlank()) {
            problems.add(AdxProblem.MISSING_OPTION.with(name));
            return "";
        }
        return value;
    }

    String optional(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    void wrong(String name, String expected) {
        problems.add(AdxProblem.BAD_OPTION.with(name, options.get(name), expected));
    }

    /** An option that may have one value only. */
    void only(String name, String value) {
        if (!optional(name, value).equalsIgnoreCase(value)) {
            wrong(name, "'" + value + "'");
        }
    }

    /** One of several values, in lower case; the first of them is the default. */
    String choice(String name, List<String> values) {
        String value = optional(name, values.get(0)).toLowerCase(Locale.ROOT);
        if (!values.contains(value)) {
            wrong(name, "one of " + String.join(", ", values));
        }
        return value;
    }

    boolean truth(String name, boolean otherwise) {
        String value = optional(name, String.valueOf(otherwise));
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            wrong(name, "true or false");
        }
        return value.equalsIgnoreCase("true");
    }

    long seconds(String name, long otherwise) {
        String value = optional(name, String.valueOf(otherwise));
        if (!value.matches("[1-9]\\d{0,8}")) {
            wrong(name, "a number of seconds");
            return otherwise;
        }
        return Long.parseLong(value);
    }

    OptionalInt count(String name) {
        String value = options.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!value.matches("[1-9]\\d{0,3}")) {
            wrong(name, "a number from 1 to 9999");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(value));
    }

    /** The cluster, once everything else was read. Throws if there was any problem. */
    AdxCluster cluster() {
        String url = required(AdxOption.CLUSTER);
        String database = required(AdxOption.DATABASE);
        AdxAuth auth = auth();
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
        AdxCluster cluster = AdxCluster.at(url, database, auth);
        String ingestion = options.get(AdxOption.INGESTION_URI);
        return ingestion == null ? cluster : cluster.withIngestionUrl(ingestion);
    }

    private AdxAuth auth() {
        if (options.containsKey(AdxOption.SIGN_IN)) {
            return named(options.get(AdxOption.SIGN_IN));
        }
        boolean token = options.containsKey(AdxOption.ACCESS_TOKEN);
        boolean app = options.containsKey(AdxOption.APP_ID);
        if (token && app) {
            problems.add(AdxProblem.SEVERAL_SIGN_INS.with(AdxOption.ACCESS_TOKEN, AdxOption.APP_ID));
            return new AdxAuth.None();
        }
        if (token) {
            String value = required(AdxOption.ACCESS_TOKEN);
            return value.isEmpty() ? new AdxAuth.None() : new AdxAuth.Token(new Secret(value));
        }
        return app ? appKey() : new AdxAuth.None();
    }

    private AdxAuth appKey() {
        String secret = required(AdxOption.APP_SECRET);
        String tenant = required(AdxOption.AUTHORITY);
        String id = required(AdxOption.APP_ID);
        return secret.isEmpty() ? new AdxAuth.None() : AdxAuth.appKey(tenant, id, new Secret(secret));
    }

    private AdxAuth named(String name) {
        return SignIns.find(name).orElseGet(() -> {
            wrong(AdxOption.SIGN_IN, "the name of a sign-in of this JVM");
            return new AdxAuth.None();
        });
    }
}
