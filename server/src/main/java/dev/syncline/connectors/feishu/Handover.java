package dev.syncline.connectors.feishu;

import dev.syncline.connector.Field;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.Choice;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who gets what a deleted user owned. What is named for nobody is left to the platform, which mostly gives it to the direct manager.
 *
 * @param successors the request's field to a user id
 * @param mails how mails are handled; empty to leave them to the platform
 */
record Handover(Map<String, String> successors, Optional<Mails> mails) {

    private enum Handling {
        DEFAULT,
        TRANSFER,
        RETAIN,
        DELETE
    }

    /**
     * @param type the platform's number of the handling
     * @param successor for a transfer
     */
    record Mails(String type, Optional<String> successor) {}

    /** @throws IllegalArgumentException when mails are to be given to nobody */
    static Handover of(Settings settings) {
        Optional<String> all = settings.find(FeishuFields.ACCEPTOR.name()).map(String::strip);
        Map<String, String> successors = new LinkedHashMap<>();
        for (Field field : FeishuFields.SUCCESSORS) {
            settings.find(field.name()).map(String::strip).or(() -> all).ifPresent(id -> successors.put(wireName(field), id));
        }
        return new Handover(successors, mails(settings, all));
    }

    private static Optional<Mails> mails(Settings settings, Optional<String> all) {
        return switch (Choice.of(Handling.class, settings, FeishuFields.MAIL)) {
            case DEFAULT -> Optional.empty();
            case TRANSFER -> Optional.of(new Mails("1", Optional.of(settings.find(FeishuFields.MAIL_ACCEPTOR.name()).map(String::strip)
                    .or(() -> all).orElseThrow(() -> new IllegalArgumentException(
                            "The setting \"%s\" is missing: mails can be transferred to somebody only.".formatted(FeishuFields.MAIL_ACCEPTOR.name()))))));
            case RETAIN -> Optional.of(new Mails("2", Optional.empty()));
            case DELETE -> Optional.of(new Mails("3", Optional.empty()));
        };
    }

    /** "departmentChatAcceptor" is "department_chat_acceptor_user_id" on the wire. */
    private static String wireName(Field field) {
        return field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) + "_user_id";
    }

    ObjectNode body() {
        ObjectNode body = Json.object();
        successors.forEach(body::put);
        mails.ifPresent(handling -> {
            ObjectNode mail = body.putObject("email_acceptor").put("processing_type", handling.type());
            handling.successor().ifPresent(id -> mail.put("acceptor_user_id", id));
        });
        return body;
    }
}
