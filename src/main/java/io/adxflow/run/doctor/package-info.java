/** Looks at everything that a run needs before there is one. Start at {@link io.adxflow.run.doctor.Doctor}. */
package io.adxflow.run.doctor;
