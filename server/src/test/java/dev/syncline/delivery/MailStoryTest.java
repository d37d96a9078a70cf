package dev.syncline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Messages by mail, through a real mail server and through what only looks like one. */
class MailStoryTest extends ChannelStory {

    @Test
    void aMailArrivesWithTextAndHtmlAndAnIdThatStays() throws Exception {
        GreenMail mails = mailServer();
        try {
            String channel = channel("MAIL", settings(mails.getSmtp().getPort(), "Ops <ops@example.com>, boss@example.com"), Map.of("password", "pass word"));
            tell(channel, "Payroll: 40 % of tasks fail");
            JsonNode sent = awaitDelivery(channel, "SENT", 1);
            assertThat(sent.path("result").asString()).isEqualTo("The mail server 127.0.0.1:" + mails.getSmtp().getPort() + " took the message.");
            MimeMessage mail = mails.getReceivedMessagesForDomain("ops@example.com")[0];
            assertThat(mails.getReceivedMessages()).hasSize(2);
            assertThat(mail.getSubject()).isEqualTo("[Syncline] Payroll: 40 % of tasks fail");
            assertThat(mail.getMessageID()).isEqualTo("<" + sent.path("id").asString() + "@example.com>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            List<String> parts = parts(mail.getContent());
            assertThat(parts.getFirst()).contains("First <b>sentence</b>.", "Tasks: 7", "Open in Syncline: https://syncline.example.com/log?application=1", "Rule: What failed");
            assertThat(parts.getLast()).contains("First &lt;b&gt;sentence&lt;/b&gt;.", "href=\"https://syncline.example.com/log?application=1\"");
        } finally {
            mails.stop();
        }
    }

    @Test
    void aWrongPasswordIsSaidAndNotRepeated() {
        GreenMail mails = mailServer();
        try {
            JsonNode result = test(channel("MAIL", settings(mails.getSmtp().getPort(), "ops@example.com"), Map.of("password", "not-the-one")));
            assertThat(result.path("sent").asBoolean()).isFalse();
            assertThat(result.path("message").asString()).contains("does not accept user name and password").doesNotContain("not-the-one");
        } finally {
            mails.stop();
        }
    }

    @Test
    void oneThatOffersNoEncryptionIsToldNothing() {
        GreenMail mails = mailServer();
        try {
            Map<String, String> settings = settings(mails.getSmtp().getPort(), "ops@example.com");
            settings.put("security", "TLS");
            assertThat(test(channel("MAIL", settings, Map.of("password", "pass word"))).path("sent").asBoolean()).isFalse();
            assertThat(mails.getReceivedMessages()).isEmpty();
        } finally {
            mails.stop();
        }
    }

    @Test
    void aCertificateCountsOnlyWhenItsAuthorityIsKnown() {
        GreenMail mails = mailServer(ServerSetup.PROTOCOL_SMTPS);
        try {
            Map<String, String> settings = settings(mails.getSmtps().getPort(), "ops@example.com");
            settings.put("security", "TLS");
            JsonNode result = test(channel("MAIL", settings, Map.of("password", "pass word")));
            assertThat(result.path("sent").asBoolean()).isFalse();
            assertThat(result.path("message").asString()).contains("did not take the message", "certification path");
        } finally {
            mails.stop();
        }
    }

    @Test
    void oneThatHangsOrTalksNonsenseOrIsNotThere() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(silent.getLocalPort())).contains("did not");
        }
        try (ServerSocket nonsense = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(nonsense, "HTTP/1.1 400 Bad Request\r\n\r\n"));
            assertThat(refusal(nonsense.getLocalPort())).contains("did not take the message");
        }
        assertThat(refusal(1)).contains("127.0.0.1:1", "did not take the message", "Connection refused");
    }

    private static String refusal(int port) {
        JsonNode result = test(channel("MAIL", settings(port, "ops@example.com"), Map.of("password", "pass word")));
        assertThat(result.path("sent").asBoolean()).isFalse();
        return result.path("message").asString();
    }

    private static void answer(ServerSocket server, String text) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(text.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GreenMail mailServer() {
        return mailServer(ServerSetup.PROTOCOL_SMTP);
    }

    private static GreenMail mailServer(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        // By itself it gives its own thread two seconds to begin.
        setup.setServerStartupTimeout(60_000);
        GreenMail mails = new GreenMail(setup);
        mails.setUser("syncline", "pass word");
        mails.start();
        return mails;
    }

    private static Map<String, String> settings(int port, String recipients) {
        return new LinkedHashMap<>(Map.of("host", "127.0.0.1", "port", String.valueOf(port), "security", "NONE", "user", "syncline",
                "from", "Syncline <syncline@example.com>", "recipients", recipients));
    }

    private static List<String> parts(Object content) throws Exception {
        List<String> texts = new ArrayList<>();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                texts.addAll(parts(part.getContent()));
            }
        } else {
            texts.add(content.toString().replace("\r\n", "\n"));
        }
        return texts;
    }
}
