package dev.syncline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.syncline.fixtures.TestServer;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UsersTest {

    private final Users users = TestServer.shared().bean(Users.class);
    private final Organizations organizations = TestServer.shared().bean(Organizations.class);

    @Test
    void aUserNameIsTakenWhateverItsCase() {
        String name = TestServer.unique("ming.li");
        users.create(named(name), Act.by(Actor.SYSTEM));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> users.create(named(name.toUpperCase(Locale.ROOT)), Act.by(Actor.SYSTEM)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ALREADY_EXISTS));
    }

    @Test
    void theDisplayNameIsMadeFromTheOtherNames() {
        assertThat(new UserData("a", null, "Ming", "Li", null, null, null, null, null).displayName()).isEqualTo("Ming Li");
        assertThat(new UserData("a", " ", null, "Li", null, null, null, null, null).displayName()).isEqualTo("Li");
        assertThat(new UserData("a", null, null, null, null, null, null, null, null).displayName()).isEqualTo("a");
    }

    @Test
    void everyChangeIsKeptWithTheValuesBeforeAndAfter() {
        User made = users.create(named(TestServer.unique("kept")), Act.by(Actor.SYSTEM));
        users.update(made.id(), 1, withEmail(made, "kept@example.com"), Act.by(Actor.SYSTEM));
        users.setStatus(made.id(), User.Status.DISABLED, Act.by(Actor.SYSTEM));
        List<String> kept = TestServer.shared().bean(JdbcClient.class).sql("""
                select coalesce(before ->> 'status', '-') || ' ' || coalesce(before ->> 'email', '-') || ' > '
                       || (after ->> 'status') || ' ' || coalesce(after ->> 'email', '-')
                from user_change where user_id = :user order by id""").param("user", made.id()).query(String.class).list();
        assertThat(kept).containsExactly(
                "- - > ENABLED -", "ENABLED - > ENABLED kept@example.com", "ENABLED kept@example.com > DISABLED kept@example.com");
    }

    @Test
    void aDeletedUserIsNotListedAndLeavesTheNameFree() {
        String name = TestServer.unique("gone");
        User made = users.create(named(name), Act.by(Actor.SYSTEM));
        users.delete(made.id(), 1, Act.by(Actor.SYSTEM));
        assertThat(users.byUserName(List.of(name))).isEmpty();
        assertThat(users.create(named(name), Act.by(Actor.SYSTEM)).id()).isNotEqualTo(made.id());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> users.setStatus(made.id(), User.Status.ENABLED, Act.by(Actor.SYSTEM)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        UserData bad = new UserData(null, "x".repeat(201), "a\nb", null, "no address", null, null, null, Map.of("deep", Map.of("a", 1)));
        assertThat(users.check(bad)).extracting("field")
                .containsExactly("userName", "displayName", "givenName", "email", "attributes.deep");
    }

    @Test
    void anAddressIsTakenAsPeopleWriteThem() {
        assertThat(emailErrors("ming.li+work@mail.example.com")).isEmpty();
        assertThat(emailErrors("müller@bücher.example")).isEmpty();
        assertThat(emailErrors("a@b@c")).isNotEmpty();
        assertThat(emailErrors("@example.com")).isNotEmpty();
        assertThat(emailErrors("a@example..com")).isNotEmpty();
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        User user = users.create(named(TestServer.unique("kim")), Act.by(Actor.SYSTEM));
        User changed = users.update(user.id(), 1, withEmail(user, "kim@example.com"), Act.by(Actor.SYSTEM));
        assertThat(changed.version()).isEqualTo(2);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> users.update(user.id(), 1, withEmail(user, "other@example.com"), Act.by(Actor.SYSTEM)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VERSION_MISMATCH));
    }

    @Test
    void whatDoesNotChangeKeepsItsVersion() {
        User user = users.create(named(TestServer.unique("same")), Act.by(Actor.SYSTEM));
        assertThat(users.update(user.id(), 1, UserData.of(user), Act.by(Actor.SYSTEM)).version()).isEqualTo(1);
    }

    @Test
    void disablingChangesTheStatusOnly() {
        User user = users.create(named(TestServer.unique("off")), Act.by(Actor.SYSTEM));
        User disabled = users.setStatus(user.id(), User.Status.DISABLED, Act.by(Actor.SYSTEM));
        assertThat(disabled.status()).isEqualTo(User.Status.DISABLED);
        assertThat(UserData.of(disabled)).isEqualTo(UserData.of(user));
    }

    @Test
    void pagesFollowTheUserNames() {
        Organization organization = organizations.create(TestServer.unique("page"), "Paged", null, Actor.SYSTEM);
        for (String name : List.of("c", "A", "b")) {
            users.create(new UserData(TestServer.unique(name), null, null, null, null, null, null, organization.id(), null), Act.by(Actor.SYSTEM));
        }
        UserFilter filter = new UserFilter(null, Set.of(organization.id()), null);
        List<User> first = users.page(filter, "", 2);
        assertThat(first).extracting(user -> user.userName().charAt(0)).containsExactly('A', 'b');
        assertThat(users.page(filter, first.getLast().userName(), 2)).extracting(user -> user.userName().charAt(0)).containsExactly('c');
        assertThat(users.count(filter)).isEqualTo(3);
    }

    @Test
    void textIsTakenLiterally() {
        users.create(named(TestServer.unique("percent%sign")), Act.by(Actor.SYSTEM));
        assertThat(users.page(new UserFilter("percent%s", null, null), "", 10)).hasSize(1);
        assertThat(users.page(new UserFilter("percent_s", null, null), "", 10)).isEmpty();
    }

    private List<ProblemException.FieldError> emailErrors(String email) {
        return users.check(new UserData("a", null, null, null, email, null, null, null, null));
    }

    private static UserData named(String userName) {
        return new UserData(userName, null, null, null, null, null, null, null, Map.of("room", "A 1", "floor", 3));
    }

    private static UserData withEmail(User user, String email) {
        return new UserData(user.userName(), user.displayName(), null, null, email, null, null, null, user.attributes());
    }
}
