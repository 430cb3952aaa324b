package io.adxflow.secret.entra;

/**
 * A tenant of Entra ID.
 *
 * @param id its GUID
 * @param region where it is at home, for example {@code EU}; empty when Entra ID does not say
 */
public record Tenant(String id, String region, Cloud cloud) {}
