/** What every area needs and nothing more. */
package io.adxflow.base;
