package dev.syncline.scim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request a decent client would not send: the address goes out as it stands. */
record HttpLine(int status, String body) {

    static HttpLine get(String server, String path, String token) {
        URI at = URI.create(server);
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\nAuthorization: Bearer " + token
                    + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new HttpLine(Integer.parseInt(answer.substring(9, 12)), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
