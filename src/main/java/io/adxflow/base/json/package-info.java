/** JSON as plain Java values, and JSON written piece by piece. The home of Jackson. */
package io.adxflow.base.json;
