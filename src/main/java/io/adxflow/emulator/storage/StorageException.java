package io.adxflow.emulator.storage;

/** A storage request that is refused, with the code that Azure gives it. */
final class StorageException extends RuntimeException {
    private final int status;
    private final String code;

    StorageException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static StorageException notFound(String code, String what) {
        return new StorageException(404, code, "The specified " + what + " does not exist.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
