package io.adxflow.secret.entra;

import io.adxflow.secret.Secret;
import java.time.Instant;

/** A bearer token and when it stops to be one. */
public record AccessToken(Secret value, Instant expires) {}
