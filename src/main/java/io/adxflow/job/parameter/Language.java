package io.adxflow.job.parameter;

/** What a text with parameters is written in. */
public enum Language {
    PLAIN,
    KQL,
    SQL;

    Places places(String text) {
        return switch (this) {
            case PLAIN -> new PlainPlaces();
            case KQL -> new KqlPlaces(text);
            case SQL -> new SqlPlaces(text);
        };
    }
}
