package io.adxflow.job.parameter;

import io.adxflow.job.model.Parameter;

/**
 * Follows a text of some language from left to right, and knows at each parameter whether it stands in code, in a quoted
 * text or in a comment. What a value becomes depends on that.
 */
interface Places {
    /** Reads the characters up to an offset. */
    void readTo(int offset);

    /** Goes on behind the parameter that begins here; what takes its place never changes the state. */
    void skipTo(int offset);

    /**
     * What takes the place of the parameter.
     *
     * @param end where its closing braces end
     */
    Insertion insert(Parameter parameter, int end);
}
