package io.adxflow.kql.language;

/**
 * A function of the database, {@code .create function}.
 *
 * @param parameters the parameter list with its parentheses, for example {@code (since:datetime)}
 * @param body the body with its braces
 */
public record StoredFunction(String name, String parameters, String body) {}
