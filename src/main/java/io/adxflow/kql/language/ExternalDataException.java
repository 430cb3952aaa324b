package io.adxflow.kql.language;

/** External data that a query cannot have, and why. */
public final class ExternalDataException extends RuntimeException {
    private final String address;
    private final String hint;

    /**
     * @param address without the parts that give access
     * @param hint what to do about it; empty when nothing helps
     */
    public ExternalDataException(String address, String reason, String hint) {
        super(reason);
        this.address = address;
        this.hint = hint;
    }

    public String address() {
        return address;
    }

    public String hint() {
        return hint;
    }
}
