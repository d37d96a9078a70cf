package dev.syncline.web;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No body but an import's upload may be larger than 1 MiB, that of a batch of users not larger than 16 MiB, whatever its headers say.
 * Requests of SCIM clients are limited where they are read. Uploads are for imports alone: the parts of any other would be written to disk
 * before anybody asks whom they are from.
 */
final class BodyLimit extends OncePerRequestFilter {

    static final int BYTES = 1 << 20;
    private static final int BYTES_OF_A_BATCH = 16 << 20;
    /** Read in pieces and limited by the settings of multipart. */
    private static final String IMPORTS = "/api/v1/imports";
    private static final String UPLOAD = "multipart/";
    private static final String BATCH = "/api/v1/users/batch";
    /** Says itself how large its requests may be, and keeps to it. */
    private static final String SCIM = "/scim/";

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    /** The body went on past the limit while it was read. */
    static final class TooLarge extends IOException {
        TooLarge(int limit) {
            super("The body is larger than " + limit + " bytes");
        }

        static boolean causeOf(@Nullable Throwable e) {
            return e != null && (e instanceof TooLarge || causeOf(e.getCause()));
        }
    }

    static ProblemException refusal() {
        return new ProblemException(ErrorCode.TOO_LARGE, 
                "The body is larger than 1 MiB (a batch of users: than 16 MiB). Send less at once, or use an import.");
    }

    /** Whether the body comes in parts, which the container reads by itself. */
    static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, UPLOAD, 0, UPLOAD.length());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(isUpload(request) ? IMPORTS : SCIM);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request)) {
            problems.write(new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Files are uploaded to " + IMPORTS + " alone; send the body as application/json and say so in Content-Type."), request, response);
            return;
        }
        int limit = request.getRequestURI().equals(BATCH) ? BYTES_OF_A_BATCH : BYTES;
        if (request.getContentLengthLong() > limit) {
            problems.write(refusal(), request, response);
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final int limit;
        private @Nullable Counting stream;

        Limited(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            Counting counting = stream;
            if (counting == null) {
                counting = new Counting(super.getInputStream(), limit);
                stream = counting;
            }
            return counting;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream in;
        private final int limit;
        private long count;

        Counting(ServletInputStream in, int limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws TooLarge {
            count += read;
            if (count > limit) {
                throw new TooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
