package dev.syncline.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * A request with the hash of what it asks for. An upload is told apart by its length only: it would have to be read whole
 * before it may be worked on.
 *
 * @param request to go on with; its body can still be read
 */
record RepeatableRequest(HttpServletRequest request, byte[] hash) {

    static RepeatableRequest of(HttpServletRequest request) throws IOException {
        MessageDigest digest = sha256();
        add(digest, request.getRequestURI());
        add(digest, request.getQueryString());
        if (BodyLimit.isUpload(request)) {
            add(digest, "multipart");
            add(digest, Long.toString(request.getContentLengthLong()));
            return new RepeatableRequest(request, digest.digest());
        }
        byte[] body = request.getInputStream().readAllBytes();
        add(digest, request.getContentType());
        digest.update(body);
        return new RepeatableRequest(new Buffered(request, body), digest.digest());
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(Objects.toString(part, "").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Buffered extends HttpServletRequestWrapper {

        private final byte[] body;

        Buffered(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body is already here");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
