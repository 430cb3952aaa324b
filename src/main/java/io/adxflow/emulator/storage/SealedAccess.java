package io.adxflow.emulator.storage;

import io.adxflow.emulator.store.NoBlobException;
import io.adxflow.emulator.store.NoBlobException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides what gives access in addresses that are kept: who has the data without the key of the storage cannot read it.
 */
final class SealedAccess {
    private static final String MARK = "?sealed=";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    SealedAccess(byte[] storageKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(storageKey, "HmacSHA256"));
            key = new SecretKeySpec(mac.doFinal("sealed access".getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    String seal(String locator) {
        String address = locator.split("[?;]", 2)[0];
        String access = locator.substring(address.length());
        if (access.isEmpty() || access.startsWith(MARK)) {
            return locator;
        }
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, nonce, access.getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(nonce, NONCE + hidden.length);
        System.arraycopy(hidden, 0, whole, NONCE, hidden.length);
        return address + MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @throws NoBlobException when it was sealed with another key */
    String open(String locator) {
        int mark = locator.indexOf(MARK);
        if (mark < 0) {
            return locator;
        }
        byte[] whole = Base64.getUrlDecoder().decode(locator.substring(mark + MARK.length()));
        byte[] access =
                run(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE), Arrays.copyOfRange(whole, NONCE, whole.length));
        return locator.substring(0, mark) + new String(access, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new NoBlobException(Reason.FORBIDDEN, "its access was sealed with a key that is gone");
        }
    }
}
