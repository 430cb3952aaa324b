package io.adxflow.job.parameter;

import io.adxflow.job.model.Parameter;

/** Text that nobody parses further, such as a path or the name of a table: the value goes in as it is. */
final class PlainPlaces implements Places {
    @Override
    public void readTo(int offset) {}

    @Override
    public void skipTo(int offset) {}

    @Override
    public Insertion insert(Parameter parameter, int end) {
        return Insertion.of(parameter.value());
    }
}
