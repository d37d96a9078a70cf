package dev.syncline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Change.Place;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps of an organization's and a group's life in a target, each repeated, because repeating must be harmless. */
final class StructureLife {

    private final Subject subject;
    private final Trial trial;

    StructureLife(Subject subject, Trial trial) {
        this.subject = subject;
        this.trial = trial;
    }

    void lifeOfAnOrganization(String name, String child, String renamed) {
        String id = twice(organization(Action.CREATE, name, Optional.empty(), Optional.of(Place.TOP)));
        assertThat(seen(ObjectType.ORGANIZATION, id).name()).isEqualTo(name);
        String childId = twice(organization(Action.CREATE, child, Optional.empty(), Optional.of(Place.in(id))));
        assertThat(seen(ObjectType.ORGANIZATION, childId).organization()).contains(id);
        assertThat(found(child)).isEqualTo(childId);

        Outcome refused = trial.apply(organization(Action.DELETE, name, Optional.of(id), Optional.empty()));
        assertThat(refused).as("it is not empty").isInstanceOfSatisfying(
                Outcome.Refused.class, refusal -> assertThat(refusal.message()).contains(" ").endsWith("."));

        String newId = twice(organization(Action.UPDATE, renamed, Optional.of(id), Optional.empty()));
        assertThat(seen(ObjectType.ORGANIZATION, newId).name()).isEqualTo(renamed);
        childId = found(child);
        assertThat(seen(ObjectType.ORGANIZATION, childId).organization()).as("it came along").contains(newId);

        childId = twice(organization(Action.UPDATE, child, Optional.of(childId), Optional.of(Place.TOP)));
        assertThat(seen(ObjectType.ORGANIZATION, childId).organization()).as("moved to the top").isNotEqualTo(Optional.of(newId));
        deleted(organization(Action.DELETE, child, Optional.of(childId), Optional.empty()), childId);
        deleted(organization(Action.DELETE, renamed, Optional.of(newId), Optional.empty()), newId);
        assertThat(trial.read(ObjectType.ORGANIZATION, renamed, Optional.empty())).isInstanceOf(Reading.Gone.class);
    }

    void lifeOfAGroup(String name, String renamed, String one, String other) {
        String id = twice(group(Action.CREATE, name, Optional.empty(), Optional.of(List.of(one))));
        assertThat(seen(ObjectType.GROUP, id)).returns(name, Subject.SeenObject::name).returns(Set.of(one), Subject.SeenObject::members);

        id = twice(group(Action.UPDATE, name, Optional.of(id), Optional.of(List.of(other))));
        assertThat(seen(ObjectType.GROUP, id).members()).containsExactly(other);
        id = twice(group(Action.UPDATE, renamed, Optional.of(id), Optional.empty()));
        assertThat(seen(ObjectType.GROUP, id)).returns(renamed, Subject.SeenObject::name).returns(Set.of(other), Subject.SeenObject::members);
        id = twice(group(Action.UPDATE, renamed, Optional.of(id), Optional.of(List.of())));
        assertThat(seen(ObjectType.GROUP, id).members()).isEmpty();
        assertThat(trial.read(ObjectType.GROUP, renamed, Optional.empty())).isInstanceOf(Reading.Found.class);

        deleted(group(Action.DELETE, renamed, Optional.of(id), Optional.empty()), id);
    }

    /** The id it has afterwards, the same both times. */
    private String twice(Change change) {
        Optional<String> first = trial.done(change).remoteId();
        Optional<String> second = trial.done(change).remoteId();
        assertThat(second).as("repeated").isEqualTo(first);
        return first.or(change::remoteId).orElseThrow();
    }

    private void deleted(Change change, String id) {
        trial.done(change);
        assertThat(subject.look(change.objectType(), id)).isEmpty();
        assertThat(trial.done(change).note()).as("there was nothing to delete").isPresent();
    }

    private String found(String name) {
        Reading reading = trial.read(ObjectType.ORGANIZATION, name, Optional.empty());
        assertThat(reading).isInstanceOf(Reading.Found.class);
        return ((Reading.Found) reading).remoteId();
    }

    private Subject.SeenObject seen(ObjectType objectType, String id) {
        return subject.look(objectType, id).orElseThrow(() -> new AssertionError("The target has no " + objectType + " " + id));
    }

    private Change organization(Action action, String name, Optional<String> id, Optional<Place> place) {
        return trial.object(action, ObjectType.ORGANIZATION, name, id, place, Optional.empty());
    }

    private Change group(Action action, String name, Optional<String> id, Optional<List<String>> members) {
        return trial.object(action, ObjectType.GROUP, name, id, Optional.empty(), members);
    }
}
