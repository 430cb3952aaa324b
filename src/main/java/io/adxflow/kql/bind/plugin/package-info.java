/** The plugins of {@code evaluate}, by name in {@code PluginBinder}. What KQL can say is a {@code QueryTemplate}. */
package io.adxflow.kql.bind.plugin;
