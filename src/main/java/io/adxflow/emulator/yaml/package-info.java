/** What the emulator knows from YAML: the patterns of browsers, systems and devices of the ua-parser project. */
package io.adxflow.emulator.yaml;
