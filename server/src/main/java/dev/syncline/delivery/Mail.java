package dev.syncline.delivery;

import dev.syncline.connector.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** One message as a mail: text and HTML, with an id that stays the same when it is sent again. */
final class Mail {

    private final Settings settings;

    Mail(Settings settings) {
        this.settings = settings;
    }

    Void send(Parcel parcel) throws MessagingException {
        JavaMailSenderImpl sender = sender();
        MimeMessage mail = sender.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        InternetAddress from = new InternetAddress(settings.text("from"));
        parts.setFrom(from);
        parts.setTo(InternetAddress.parse(settings.text("recipients"), true));
        parts.setSubject("[Syncline] " + parcel.message().title());
        parts.setSentDate(Date.from(parcel.message().at()));
        parts.setText(PlainText.of(parcel), HtmlText.of(parcel));
        mail.setHeader("Message-ID", "<" + parcel.id() + "@" + from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1) + ">");
        // RFC 3834: nobody's out-of-office answers this.
        mail.setHeader("Auto-Submitted", "auto-generated");
        sender.send(mail);
        return null;
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.text("host"));
        sender.setPort(settings.integer("port"));
        settings.find("user").ifPresent(sender::setUsername);
        settings.find("password").ifPresent(sender::setPassword);
        Properties session = sender.getJavaMailProperties();
        String limit = Long.toString(settings.requestTimeout().toMillis());
        session.put("mail.smtp.connectiontimeout", limit);
        session.put("mail.smtp.timeout", limit);
        session.put("mail.smtp.writetimeout", limit);
        session.put("mail.smtp.auth", Boolean.toString(settings.find("user").isPresent()));
        MailSecurity.valueOf(settings.text("security")).into(session, settings);
        return sender;
    }
}
