package io.adxflow.secret.entra;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the clouds of Azure, which have nothing in common: neither tenants nor tokens nor names of hosts.
 *
 * @param word as environments write it
 * @param login where Entra ID signs in
 * @param hostSuffix how the hosts of clusters end
 * @param resource what a token for ADX is for
 * @param standIn a server of this machine that plays Entra ID, for tests; nothing is then sent to Entra ID
 */
public record Cloud(String word, URI login, String hostSuffix, String resource, Optional<URI> standIn) {
    public static final Cloud PUBLIC =
            of("public", "https://login.microsoftonline.com", "kusto.windows.net", "https://kusto.kusto.windows.net");

    public static final Cloud US_GOVERNMENT = of(
            "us-government",
            "https://login.microsoftonline.us",
            "kusto.usgovcloudapi.net",
            "https://kusto.kusto.usgovcloudapi.net");

    public static final Cloud CHINA = of(
            "china",
            "https://login.partner.microsoftonline.cn",
            "kusto.chinacloudapi.cn",
            "https://kusto.kusto.chinacloudapi.cn");

    public static final List<Cloud> ALL = List.of(PUBLIC, US_GOVERNMENT, CHINA);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public Cloud {
        if (standIn.isPresent() && !THIS_MACHINE.contains(standIn.get().getHost())) {
            throw new IllegalArgumentException("only this machine may play Entra ID");
        }
    }

    private static Cloud of(String word, String login, String hostSuffix, String resource) {
        return new Cloud(word, URI.create(login), hostSuffix, resource, Optional.empty());
    }

    /** The cloud that a host name belongs to; empty for hosts of none, such as this machine. */
    public static Optional<Cloud> ofHost(String host) {
        return ALL.stream()
                .filter(cloud -> host.endsWith("." + cloud.hostSuffix))
                .findFirst();
    }

    /** The cloud of a word, as {@link #word} writes it. */
    public static Optional<Cloud> ofWord(String word) {
        return ALL.stream().filter(cloud -> cloud.word.equals(word)).findFirst();
    }

    /** The same cloud, with its sign-in played by a server of this machine. */
    public Cloud playedBy(URI server) {
        return new Cloud(word, login, hostSuffix, resource, Optional.of(server));
    }

    String scope() {
        return resource + "/.default";
    }

    String authority(String tenant) {
        return login + "/" + tenant + "/";
    }
}
