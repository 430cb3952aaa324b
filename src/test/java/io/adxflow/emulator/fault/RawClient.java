package io.adxflow.emulator.fault;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A client that writes what HTTP forbids, stops where it should go on, and does not listen. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    RawClient(URI server) throws IOException {
        this.socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends the head of a request, with a length that may be wrong. */
    RawClient head(Endpoint endpoint, Map<String, String> headers) throws IOException {
        StringBuilder head = new StringBuilder(endpoint.method() + " " + endpoint.path() + " HTTP/1.1\r\nHost: x\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return send(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Takes little of an answer into its own memory. */
    RawClient withSmallBuffer() throws IOException {
        socket.setReceiveBufferSize(1024);
        return this;
    }

    /** Says that it sends no more, and listens until the other side closes; empty when that was rude. */
    String halfCloseAndListen() throws IOException {
        try {
            socket.shutdownOutput();
            return listen();
        } catch (SocketException gone) {
            return "";
        }
    }

    String listen() throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    /** One byte of the answer, so that it has begun. */
    RawClient awaitFirstByte() throws IOException {
        socket.getInputStream().read();
        return this;
    }

    /** Without a farewell: what the server sends next is answered with a reset. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
