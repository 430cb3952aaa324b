package io.adxflow.emulator.account;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The address of a blob or a container of somebody's storage account, as commands give it: with a signature, or with the key of
 * the account behind a semicolon.
 *
 * @see <a href="https://learn.microsoft.com/kusto/api/connection-strings/storage-connection-strings">Storage connection strings</a>
 */
public final class KeyedAddress {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22,}={0,2}");
    private static final Duration VALID = Duration.ofHours(1);
    private static final String PERMISSIONS = "rwdlac";

    private KeyedAddress() {}

    /** The address with a signature that the key makes, for an hour; an address without a key stays as it is. */
    public static String signed(String locator, Instant now) {
        String[] halves = locator.split(";", 2);
        if (halves.length < 2 || halves[0].contains("?") || !isKey(halves[1])) {
            return locator;
        }
        AccountAccess access = AccountAccess.ofKey(account(URI.create(halves[0].replace(" ", "%20"))), halves[1]);
        return halves[0] + "?" + access.query(Service.BLOB.letter, "sco", PERMISSIONS, now.plus(VALID));
    }

    /** Other words there say how the service itself would sign in, such as {@code impersonate}. */
    private static boolean isKey(String text) {
        return KEY.matcher(text).matches() && text.length() % 4 == 0;
    }

    /** The first part of the host, as Azure has it, or of the path, as Azurite has it. */
    private static String account(URI address) {
        String host = String.valueOf(address.getHost());
        return host.contains(".blob.")
                ? host.substring(0, host.indexOf('.'))
                : address.getPath().split("/", 3)[1];
    }
}
