/** From the words of an environment to what clients need: clusters with their sign-in, values of secrets. */
package io.adxflow.run.connect;
