package io.adxflow.emulator.account;

import java.util.Map;

/** The parts of a storage account, each with an address of its own. */
enum Service {
    BLOB("b", Map.of("x-ms-version", "2020-10-02")),
    QUEUE("q", Map.of("x-ms-version", "2020-10-02")),
    TABLE("t", Map.of("Accept", "application/json;odata=nometadata", "Content-Type", "application/json"));

    final String letter;
    final Map<String, String> headers;

    Service(String letter, Map<String, String> headers) {
        this.letter = letter;
        this.headers = headers;
    }
}
