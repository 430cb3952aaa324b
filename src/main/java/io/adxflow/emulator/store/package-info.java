/**
 * What the emulator stores: databases of tables, tables of extents, as immutable values. A change is a function from one
 * {@link io.adxflow.emulator.store.Database} to the next; {@link io.adxflow.emulator.store.Store} makes it durable as a whole.
 */
package io.adxflow.emulator.store;
