/** One error shape for everything a user can get wrong: a problem, at a place of a text, with a hint. */
package io.adxflow.base.diagnostic;
