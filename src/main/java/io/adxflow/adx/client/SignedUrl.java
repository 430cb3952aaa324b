package io.adxflow.adx.client;

import java.io.Serializable;

/** An address in a storage account whose query part signs it. Travels to executors; prints without the signature. */
public final class SignedUrl implements Serializable {
    private static final long serialVersionUID = 1;

    private final String base;
    private final String signature;

    /** @param url an address with a shared access signature behind the question mark, or without any */
    public SignedUrl(String url) {
        int mark = url.indexOf('?');
        this.base = mark < 0 ? url : url.substring(0, mark);
        this.signature = mark < 0 ? "" : url.substring(mark + 1);
    }

    /** The address of a blob in this container. */
    public SignedUrl blob(String name) {
        return new SignedUrl(base + "/" + name + (signature.isEmpty() ? "" : "?" + signature));
    }

    /** The whole address; called where it leaves the process, nowhere else. */
    public String reveal() {
        return signature.isEmpty() ? base : base + "?" + signature;
    }

    /** The whole address with more parameters. */
    String revealWith(String parameters) {
        return base + "?" + parameters + (signature.isEmpty() ? "" : "&" + signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedUrl url && reveal().equals(url.reveal());
    }

    @Override
    public int hashCode() {
        return base.hashCode();
    }

    @Override
    public String toString() {
        return base;
    }
}
