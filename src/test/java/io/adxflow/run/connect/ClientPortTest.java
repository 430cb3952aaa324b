package io.adxflow.run.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.Answers;
import io.adxflow.adx.FakeAdx;
import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import org.junit.jupiter.api.Test;

class ClientPortTest {
    private static final String ANSWER = Answers.tables(Answers.COLUMNS, "[]");

    @Test
    void everyCommandHasAnIdOfTheRunAndOfItsOwn() {
        try (FakeAdx adx = FakeAdx.start();
                AdxClient client = AdxClient.connect(AdxCluster.at(adx.url(), "db", new AdxAuth.None()))) {
            adx.then(200, ANSWER).then(200, ANSWER);
            ClientPort port = new ClientPort(client, "0123abcd");
            port.command(".show tables");
            port.command(".drop table T");
            assertThat(adx.requests())
                    .extracting(request -> request.headers().get("x-ms-client-request-id"))
                    .containsExactly("adxflow;0123abcd;command-1", "adxflow;0123abcd;command-2");
        }
    }
}
