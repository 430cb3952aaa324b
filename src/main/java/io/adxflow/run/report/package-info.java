/** Plans and results as text, JSON and HTML: pure functions of the data. */
package io.adxflow.run.report;
