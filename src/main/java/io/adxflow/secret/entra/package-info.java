/**
 * Entra ID: who signs in, in which cloud, and the tokens that come of it. Start at {@link
 * io.adxflow.secret.entra.Entra}. The one home of Microsoft's sign-in library.
 */
package io.adxflow.secret.entra;
