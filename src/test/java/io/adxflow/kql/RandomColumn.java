package io.adxflow.kql;

import io.adxflow.kql.language.KqlType;

/** A column that a random query knows. */
record RandomColumn(String name, KqlType type) {}
