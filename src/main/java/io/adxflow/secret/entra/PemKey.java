package io.adxflow.secret.entra;

import io.adxflow.secret.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads the RSA key of a PEM text: PKCS #8, plain or encrypted. */
final class PemKey {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END");

    private PemKey() {}

    static PrivateKey read(String pem, Optional<Secret> password) throws GeneralSecurityException {
        Matcher key = KEY.matcher(pem);
        if (!key.find()) {
            throw ClientCertificate.bad("there is no private key in it");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(key.group(2));
        return switch (key.group(1).strip()) {
            case "" -> rsa(new PKCS8EncodedKeySpec(bytes));
            case "ENCRYPTED" -> rsa(decrypted(bytes, password));
            default -> throw ClientCertificate.bad(
                    "its key is not in PKCS #8; convert it: openssl pkcs8 -topk8 -nodes");
        };
    }

    private static PrivateKey rsa(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(spec);
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] bytes, Optional<Secret> password)
            throws GeneralSecurityException {
        if (password.isEmpty()) {
            throw ClientCertificate.bad("its key is encrypted, and there is no password");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
            // The name or number of PBES2 names no cipher; its parameters print the full one.
            String algorithm = info.getAlgName().startsWith("PBEWith")
                    ? info.getAlgName()
                    : info.getAlgParameters().toString();
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm)
                            .generateSecret(
                                    new PBEKeySpec(password.get().reveal().toCharArray())),
                    info.getAlgParameters());
            return info.getKeySpec(cipher);
        } catch (IOException | GeneralSecurityException wrong) {
            throw ClientCertificate.bad("the password does not open its key");
        }
    }
}
