package dev.syncline.stories;

import dev.syncline.fixtures.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that was never started before.
 *
 * @param oneTimePassword of the administrator "admin", as the start printed it on standard output, the only place where it is
 */
record FirstStart(TestServer server, String oneTimePassword) {

    private static final Pattern SHOWN = Pattern.compile("one-time password +(\\S+)");

    /** @param properties settings such as {@code "syncline.demo=true"} */
    static FirstStart now(String... properties) {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(both(before, printed), true, StandardCharsets.UTF_8));
        try {
            TestServer server = TestServer.start(properties);
            return new FirstStart(server, password(printed.toString(StandardCharsets.UTF_8)));
        } finally {
            System.setOut(before);
        }
    }

    private static String password(String printed) {
        Matcher matcher = SHOWN.matcher(printed);
        if (!matcher.find()) {
            throw new IllegalStateException("The first start showed no one-time password.");
        }
        return matcher.group(1);
    }

    private static OutputStream both(OutputStream one, OutputStream other) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                one.write(octet);
                other.write(octet);
            }

            @Override
            public void flush() throws IOException {
                one.flush();
            }
        };
    }
}
