package io.adxflow.canary;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;

/** As {@link NoSecretIsLeftTest}, for the tests that start Spark, clusters and programs. */
@Tag("slow")
@Order(Integer.MAX_VALUE)
class NoSecretIsLeftByHeavyTestsTest extends NoSecretIsLeftTest {}
