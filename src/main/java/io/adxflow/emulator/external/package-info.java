/** External tables: which files they have, what the paths of these tell, and how they become rows. */
package io.adxflow.emulator.external;
