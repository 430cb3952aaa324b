package io.adxflow.run.doctor;

import io.adxflow.base.diagnostic.RemoteException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;

/** Whether this machine reaches another one. */
public final class Network {
    private static final int CONNECT_MILLIS = 3000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private Network() {}

    /** @throws RemoteException when nobody answers there, or the name is nobody's */
    public static String reach(URI url) {
        int port = url.getPort() > 0 ? url.getPort() : url.getScheme().equals("https") ? HTTPS : HTTP;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), CONNECT_MILLIS);
            return url.getHost() + ":" + port + " can be reached";
        } catch (UnknownHostException unknown) {
            throw unreachable(url.getHost() + " has no address here; check the name, and the VPN", unknown);
        } catch (IOException refused) {
            throw unreachable(
                    url.getHost() + ":" + port + " cannot be reached; is it running, and may this network reach it?",
                    refused);
        }
    }

    private static RemoteException unreachable(String message, IOException cause) {
        return new RemoteException(message, true, 0, "", cause);
    }
}
