package io.adxflow.kql.value;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who asks, as {@code aaduser=name;tenant}, {@code aadapp=name;tenant} or a name alone. */
public final class Principals {
    private Principals() {}

    /** The fields that Kusto documents; what a name does not tell is null. */
    public static String details(String principal) {
        String kind = principal.toLowerCase(Locale.ROOT).startsWith("aadapp=") ? "AadApp" : "AadUser";
        int tenant = principal.indexOf(';');
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("UserPrincipalName", name(principal));
        details.put("IdentityProvider", null);
        details.put("Authority", tenant < 0 ? null : principal.substring(tenant + 1));
        details.put("Mfa", "False");
        details.put("Type", kind);
        details.put("DisplayName", name(principal));
        details.put("ObjectId", null);
        details.put("FQN", principal);
        details.put("Notes", null);
        return JsonText.of(details);
    }

    /** Whether the first argument is one of the others, which may be arrays; a principal belongs to no group. */
    public static Boolean isMember(Object[] arguments) {
        String principal = name((String) arguments[0]);
        return !principal.isEmpty()
                && Arrays.stream(arguments)
                        .skip(1)
                        .map(argument -> Json.read((String) argument))
                        .flatMap(value ->
                                value instanceof List<?> list ? list.stream() : Arrays.stream(new Object[] {value}))
                        .anyMatch(group ->
                                group instanceof String text && name(text).equalsIgnoreCase(principal));
    }

    /** Without the kind before it and the tenant behind it. */
    private static String name(String principal) {
        return principal.replaceFirst("^[^=;]*=", "").replaceFirst(";.*", "");
    }
}
