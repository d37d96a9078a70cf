package dev.syncline.fuzz;

import dev.syncline.fixtures.Canary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no answer may have in it: secrets of the server, and what tells how it is made inside. */
final class Telltales {

    private static final Pattern INSIDE = Pattern.compile("\\.java:\\d"
            + "|\\b(?:java|javax|jakarta|sun|jdk|org\\.[a-z]+|com\\.[a-z]+|de\\.[a-z]+|tools\\.jackson|dev\\.(?:syncline|cel))\\.[a-z]+\\.[A-Za-z]+"
            + "|\\b[A-Z][A-Za-z]+Exception\\b|(?:OutOfMemory|StackOverflow|Assertion|Linkage)Error|\\[Ljava|Caused by|PreparedStatement|\\[INDEX"
            + "|SQLSTATE|ERROR: |violates [a-z-]+ constraint|syntax error at or near|relation \"|insert into [a-z_]+ \\(|update [a-z_]+ set "
            + "|/usr/lib|/root/|/home/|Apache Tomcat|X-Powered-By", Pattern.MULTILINE);

    private final List<Canary> secrets;
    private final String home;

    Telltales(List<Canary> secrets, Path home) {
        this.secrets = List.copyOf(secrets);
        this.home = home.toString();
    }

    /** What the answer gives away; null for nothing. */
    String in(RawAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.ISO_8859_1) + '\n' + answer.headers();
        for (Canary secret : secrets) {
            if (secret.isIn(text)) {
                return "gives away the " + secret;
            }
        }
        if (answer.headers().containsKey("x-injected")) {
            return "has a header that a client put into it";
        }
        if (text.contains(home)) {
            return "tells where the server keeps its files";
        }
        Matcher inside = INSIDE.matcher(text);
        return inside.find() ? "tells of the inside: " + inside.group() : null;
    }
}
