package dev.syncline.connectors.feishu;

import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings a user back who resigned within the last 30 days, with chats, mails and what was not given to others. */
final class Resurrection {

    private static final long TOO_LATE = 44028;

    private final FeishuService service;
    private final UserFinder finder;
    private final UserWriter writer;

    Resurrection(FeishuService service, UserFinder finder, UserWriter writer) {
        this.service = service;
        this.finder = finder;
        this.writer = writer;
    }

    /** Empty where nobody with this mobile number or mail address resigned, or it is too long ago: then a new user is made. */
    Optional<Outcome.Done> ofWhoResigned(Change change, UserValues values, Exchanges exchanges) throws Stopped {
        for (UserField field : List.of(UserField.MOBILE, UserField.EMAIL)) {
            Optional<String> value = values.text(field);
            Optional<User> user = value.isEmpty() ? Optional.empty() : finder.byContact(field, value.get(), true, exchanges).filter(User::resigned);
            if (user.isPresent()) {
                Answer answer = service.send(request(user.get(), change, values), exchanges);
                return answer.code() == TOO_LATE ? Optional.empty() : Optional.of(back(user.get(), change, values, answer, exchanges));
            }
        }
        return Optional.empty();
    }

    Outcome.Done of(User user, Change change, UserValues values, Exchanges exchanges) throws Stopped {
        return back(user, change, values, service.send(request(user, change, values), exchanges), exchanges);
    }

    private Outcome.Done back(User user, Change change, UserValues values, Answer answer, Exchanges exchanges) throws Stopped {
        FeishuService.data(answer);
        String id = writer.write(user.id(), change, values, exchanges);
        return new Outcome.Done(Optional.of(id), Optional.of("Brought the user %s back, who had resigned, and gave it the wanted values.".formatted(id)));
    }

    private Request request(User user, Change change, UserValues values) {
        ObjectNode body = Json.object();
        ArrayNode departments = body.putArray("departments");
        values.departments().forEach(id -> departments.addObject().put("department_id", id));
        return service.request(Api.RESURRECT_USER, "Bringing back " + change.name()).on(user.id()).with(body);
    }
}
