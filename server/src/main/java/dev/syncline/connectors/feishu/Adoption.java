package dev.syncline.connectors.feishu;

import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Stopped;
import java.util.List;
import java.util.Optional;

/** What a creation does when somebody has the name, the mobile number or the mail address already. */
final class Adoption {

    private final FeishuConfig config;
    private final UserFinder finder;
    private final Resurrection resurrection;
    private final UserWriter writer;

    Adoption(FeishuConfig config, UserFinder finder, Resurrection resurrection, UserWriter writer) {
        this.config = config;
        this.finder = finder;
        this.resurrection = resurrection;
        this.writer = writer;
    }

    /**
     * A user that already has the wanted name and values is what an earlier attempt made, or as good: taken as done. So is one that an
     * earlier request of this very task made with other values, which it is given now. Anybody else is adopted or refused as the
     * connection is set.
     */
    Outcome.Done adoptOrRefuse(Change change, UserValues values, Answer conflict, Exchanges exchanges) throws Stopped {
        User user = holder(change, values, conflict, exchanges).orElseThrow(() -> conflict.means(Meaning.Kind.EXISTS) && unsearchable(conflict)
                ? Verdict.failed(conflict)
                : Verdict.notFound(conflict));
        if (user.resigned()) {
            return returned(user, change, values, exchanges);
        }
        boolean ours = conflict.means(Meaning.Kind.NOT_THE_SAME);
        boolean sameName = user.name(config).map(change.name()::equalsIgnoreCase).orElse(false);
        List<String> differing = values.differingFrom(user.node());
        if (sameName && differing.isEmpty() && (config.conflict() == ConflictRule.REFUSE || change.secretAttributes().isEmpty())) {
            return new Outcome.Done(Optional.of(user.id()), Optional.of("The user was already there with these values."));
        }
        if (config.conflict() == ConflictRule.REFUSE && !ours) {
            throw Stopped.refused(Long.toString(conflict.code()), refusal(user, sameName, differing, conflict));
        }
        String id = writer.write(user.id(), change, values, exchanges);
        if (user.frozen()) {
            writer.unfreeze(user, change, exchanges);
        }
        return new Outcome.Done(Optional.of(id), Optional.of((ours
                ? "The user %s was made by an earlier request of this task, and has the wanted values now."
                : "Adopted the existing user %s and gave it the wanted values.").formatted(id)));
    }

    private String refusal(User user, boolean sameName, List<String> differing, Answer conflict) {
        String whose = conflict.meaning().attribute().map(attribute -> "the " + attribute.replace('_', ' ') + " of ").orElse("");
        return sameName
                ? "The user \"%s\" already exists with other values of %s, and the connection is set to refuse existing users."
                        .formatted(user.name(config).orElse(user.id()), differing.isEmpty() ? "secret attributes" : String.join(", ", differing))
                : "%s failed: Feishu answered %d, %sanother user, \"%s\", is the same. The connection is set to refuse existing users."
                        .formatted(conflict.request().what(), conflict.code(), whose, user.name(config).orElse(user.id()));
    }

    private Outcome.Done returned(User user, Change change, UserValues values, Exchanges exchanges) throws Stopped {
        if (!config.resurrect()) {
            throw Stopped.refused("RESIGNED", ("The user \"%s\" has resigned and still has this name, mobile number or mail address. Switch on \"Bring"
                    + " back who resigned\", or choose another one.").formatted(user.name(config).orElse(user.id())));
        }
        return resurrection.of(user, change, values, exchanges);
    }

    private boolean unsearchable(Answer conflict) {
        return conflict.meaning().attribute().flatMap(UserField::named).filter(field -> field == UserField.EMPLOYEE_NO
                || field == UserField.USER_ID && config.nameField() != FeishuConfig.NameField.USER_ID).isPresent();
    }

    /** Whoever has what collided: not every field can be searched for. */
    private Optional<User> holder(Change change, UserValues values, Answer conflict, Exchanges exchanges) throws Stopped {
        Optional<UserField> field = conflict.meaning().attribute().flatMap(UserField::named);
        if (field.isPresent() && (field.get() == UserField.MOBILE || field.get() == UserField.EMAIL)) {
            Optional<String> value = values.text(field.get());
            if (value.isPresent()) {
                return finder.byContact(field.get(), value.get(), true, exchanges);
            }
        }
        return finder.byName(change.name(), exchanges);
    }
}
