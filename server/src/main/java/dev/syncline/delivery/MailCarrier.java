package dev.syncline.delivery;

import dev.syncline.connector.Settings;
import dev.syncline.connectors.Destinations;
import dev.syncline.connectors.RefusedDestination;
import dev.syncline.problem.ProblemException.FieldError;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/** Mailboxes, by way of the company's mail server. */
@Component
class MailCarrier implements Carrier {

    static final String HOST = "host";
    static final String PASSWORD = "password";

    @Override
    public Channel.Kind kind() {
        return Channel.Kind.MAIL;
    }

    @Override
    public Set<String> settings() {
        return Set.of(HOST, "port", "security", "user", "from", "recipients", "caCertificate");
    }

    @Override
    public Set<String> secrets() {
        return Set.of(PASSWORD);
    }

    @Override
    public List<FieldError> check(Settings settings) {
        Wishes wishes = new Wishes(settings)
                .matching(HOST, host -> host.matches("[A-Za-z0-9.:_-]{1,253}"), "Give the mail server's name, such as smtp.example.com.")
                .matching("port", port -> port.matches("\\d{1,5}") && Integer.parseInt(port) > 0 && Integer.parseInt(port) < 65_536,
                        "Give the mail server's port: usually 587 with STARTTLS, 465 with TLS.")
                .matching("security", MailSecurity::isOne, "Say how the connection is protected: STARTTLS, TLS or NONE.")
                .matching("from", from -> addresses(from) == 1, "Give one mail address that messages come from.")
                .matching("recipients", all -> addresses(all) > 0, "Give the mail addresses messages go to, separated by commas.")
                .optional("recipients", all -> addresses(all) <= 50, "At most 50 recipients; use a distribution list for more.")
                .trust();
        if (settings.find(PASSWORD).isPresent()) {
            wishes.required("user", "A password needs a user name.");
        }
        return wishes.errors();
    }

    @Override
    public Receipt carry(Parcel parcel, Settings settings) {
        FutureTask<Void> sending = new FutureTask<>(() -> {
            Destinations.require(settings.text(HOST));
            return new Mail(settings).send(parcel);
        });
        Thread.ofVirtual().name("mail").start(sending);
        try {
            // Each single step has a limit of its own; this is for a server that answers drop by drop.
            sending.get(2 * settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return Receipt.sent("The mail server " + where(settings) + " took the message.");
        } catch (TimeoutException e) {
            sending.cancel(true);
            return Receipt.failed("The mail server " + where(settings) + " did not finish in time. Whether it took the message is not known.");
        } catch (ExecutionException e) {
            return Receipt.failed(why(Objects.requireNonNullElse(e.getCause(), e), settings));
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            return Receipt.failed("Stopped while sending. Whether the mail server took the message is not known.");
        }
    }

    private static String why(Throwable e, Settings settings) {
        return switch (e) {
            case RefusedDestination refused -> said(refused);
            case MailAuthenticationException denied -> "The mail server " + where(settings) + " does not accept user name and password: " + said(denied);
            case MailSendException failed when failed.getMessageExceptions().length > 0 -> "The mail server " + where(settings)
                    + (failed.getMessageExceptions()[0] instanceof SendFailedException ? " refused the message: " : " did not take the message: ")
                    + said(failed.getMessageExceptions()[0]);
            case MailException failed -> "The mail server " + where(settings) + " did not take the message: " + said(failed);
            case MessagingException failed -> "The message cannot be written: " + said(failed);
            default -> throw new IllegalStateException("Sending a mail failed", e);
        };
    }

    /** The innermost reason: what stands around it tells of classes. */
    private static String said(Throwable e) {
        Throwable inner = e;
        for (Throwable next = next(e); next != null && !(inner instanceof AuthenticationFailedException); next = next(inner)) {
            inner = next;
        }
        String text = inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.endsWith(".") ? line : line + ".";
    }

    private static @Nullable Throwable next(Throwable e) {
        return e instanceof MessagingException messaging && messaging.getNextException() != null ? messaging.getNextException() : e.getCause();
    }

    private static String where(Settings settings) {
        return settings.text(HOST) + ":" + settings.text("port");
    }

    /** How many; 0 when one of them is none. */
    private static int addresses(String text) {
        try {
            InternetAddress[] all = InternetAddress.parse(text, true);
            for (InternetAddress address : all) {
                address.validate();
            }
            return all.length;
        } catch (AddressException e) {
            return 0;
        }
    }
}
