/** What clients that insist on https and on a cluster's host name need to reach the emulator. */
package io.adxflow.emulator.tls;
