package io.adxflow.kql.function;

import io.adxflow.golden.GeneratedPage;
import org.junit.jupiter.api.Test;

class FunctionReferenceTest {
    @Test
    void pageListsEveryFunction() {
        GeneratedPage.of("functions.md").assertHolds(FunctionReference.page());
    }
}
