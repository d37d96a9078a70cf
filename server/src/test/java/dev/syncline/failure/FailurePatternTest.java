package dev.syncline.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as targets really write them: the same cause gives the same pattern, another cause another one. */
class FailurePatternTest {

    private static final Subject MING = new Subject(List.of("ming.li", "Ming Li", "9f3c77aa-0001", "李明", "+49 30 901820"),
            Set.of("telephonenumber", "costcentre", "emails.value"));
    private static final Subject WANG = new Subject(List.of("wang", "Wang Fang", "b1c2d3e4-0002", "王芳", "030/1234-5"),
            Set.of("telephonenumber", "costcentre", "emails.value"));

    @ParameterizedTest
    @DisplayName("What is about somebody is left out")
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', value = {
        "mail li.ming@x refused => mail <mail> refused",
        "mail wang@x refused => mail <mail> refused",
        "The address <kim.o'neill+hr@mail.example.co.uk> is taken. => The address <<mail>> is taken.",
        // LDAP: OpenLDAP, 389 Directory Server, Active Directory
        "Adding uid=ming.li failed. The directory said 68 entryAlreadyExists => Adding uid=<name> failed. The directory said 68 entryAlreadyExists",
        "Adding uid=ming.li,ou=People,dc=example,dc=com failed. The directory said 21 invalidAttributeSyntax: telephoneNumber: value #0 invalid per syntax => Adding <dn> failed. The directory said 21 invalidAttributeSyntax: telephoneNumber: value #<n> invalid per syntax",
        "The directory said 32 noSuchObject (exists up to ou=People,dc=example,dc=com) => The directory said 32 noSuchObject (exists up to <dn>)",
        "no global superior knowledge for cn=Li\\, Ming,ou=Sales \\+ Marketing,o=Acme => no global superior knowledge for <dn>",
        "The directory said 19 constraintViolation: 0000052D: Constraint violation - check_password_restrictions: the password is too short. It should be equal to or longer than 7 characters! => The directory said 19 constraintViolation: 0000052D: Constraint violation - check_password_restrictions: the password is too short. It should be equal to or longer than <n> characters!",
        "80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data 52e, v3839 => 80090308: LdapErr: <n>, comment: AcceptSecurityContext error, data 52e, <n>",
        "The directory could not be used: 91 connect error: Unable to connect to server ldap.example.com:636 => The directory could not be used: <n> connect error: Unable to connect to server ldap.example.com:<n>",
        "entryUUID=3f2504e0-4f89-11d3-9a0c-0305e82c3301 is a duplicate => entryUUID=<name> is a duplicate",
        // SCIM and REST
        "Creating ming.li failed. The target answered 409: User with username ming.li already exists. => Creating <name> failed. The target answered 409: User with username <name> already exists.",
        "The target answered 404: Resource 2819c223-7f76-453a-919d-413861904646 not found. => The target answered 404: Resource <id> not found.",
        "The target answered 400: Invalid value \"Ming Li\" for attribute \"emails.value\". => The target answered 400: Invalid value \"<name>\" for attribute \"emails.value\".",
        "The target answered 413: at most 25 members, you sent 1,204. => The target answered 413: at most <n> members, you sent <n>.",
        "The target answered 500: {\"code\":\"INTERNAL\",\"traceId\":\"7b1d44f0aa\"}. => The target answered 500: {\"code\":\"INTERNAL\",\"traceId\":\"<n>\"}.",
        "It redirects to https://hr.example.com/login?next=/Users/42, which is never followed => It redirects to <url> which is never followed",
        "The target answered 401 (check the connection's credentials and their rights). => The target answered 401 (check the connection's credentials and their rights).",
        "HTTP/1.1 503 Service Unavailable => HTTP/1.1 503 Service Unavailable",
        "status=422, user #8812 => status=422, user #<n>",
        "AADSTS50034: The user account kim@example.com does not exist in the directory. => AADSTS50034: The user account <mail> does not exist in the directory.",
        "ORA-00001: unique constraint (HR.EMP_PK) violated => ORA-00001: unique constraint (HR.EMP_PK) violated",
        "ERROR: duplicate key value violates unique constraint \"users_email\" Detail: Key (email)=(kim@example.com) already exists. => ERROR: duplicate key value violates unique constraint \"<name>\" Detail: Key (email)=(<mail>) already exists.",
        // connections
        "The target takes no connection: Connection refused: /10.11.12.13:8443. => The target takes no connection: Connection refused: /<address>.",
        "Connect to [2001:db8:0:0:0:0:0:17]:443 timed out => Connect to [<address>]:<n> timed out",
        "The target did not answer within 10000 ms. => The target did not answer within <n> ms.",
        "No encrypted connection to the target: PKIX path validation failed: NotAfter: Tue Mar 03 01:59:59 CET 2026. => No encrypted connection to the target: PKIX path validation failed: NotAfter: Tue Mar <n> <time> CET <n>.",
        // times
        "The contract of ming.li ended on 2026-02-28. => The contract of <name> ended on <time>.",
        "locked until 2026-02-28T10:15:30.123Z => locked until <time>",
        "locked until 2026/02/28 10:15 => locked until <time>",
        "locked until 28.02.2026 10:15:30 => locked until <time>",
        "locked since Tue, 03 Mar 2026 10:15:30 GMT => locked since <time>",
        "locked since March 3, 2026, 10:15 PM => locked since <time>",
        "retry after 10:15:30 => retry after <time>",
        // quotations
        "user 'ming.li' can't be added to the managers' group => user '<name>' can't be added to the managers' group",
        "“Sales EMEA” and «Vertrieb» => “<name>” and «<name>»",
        "group `grp 17` is full => group `<name>` is full",
        "The target said \"you must not do this to it\" => The target said \"you must not do this to it\"",
        // Chinese
        "用户李明已存在 => 用户<name>已存在",
        "手机号13800138000已被占用 => 手机号<n>已被占用",
        "错误码60011: 没有权限 => 错误码60011: 没有权限",
        "合同于2026年2月28日到期 => 合同于<time>到期",
        // lists
        "unknown ids 17, 18 and 19 => unknown ids <n>",
        "no licence for a@x.org, b@x.org, c@x.org => no licence for <mail>",
        "phone +49 30 901820 is not allowed => phone <name> is not allowed",
        "phone +49 (30) 55-66 is not allowed => phone +<n> (<n>) <n> is not allowed",
    })
    void patternOf(String message, String pattern) {
        assertThat(FailurePattern.of(message, MING)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @DisplayName("One cause, two people: one pattern")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', value = {
        "mail li.ming@x refused | mail wang@x refused",
        "Creating ming.li failed. The target answered 409: \"Ming Li\" exists. | Creating wang failed. The target answered 409: \"Wang Fang\" exists.",
        "用户李明已存在 | 用户王芳已存在",
        "+49 30 901820 is no number | 030/1234-5 is no number",
        "Patching /Users/9f3c77aa-0001 failed | Patching /Users/b1c2d3e4-0002 failed",
        "MING.LI is locked | Wang is locked",
        "employee 100234 unknown | employee 7 unknown",
        "trace 12345678 | trace 1a2b3c4d",
        "The value 'x' is bad   for\\nit | The value 'x' is bad for\\nit",
    })
    void sameCause(String one, String other) {
        assertThat(FailurePattern.of(one, MING)).isEqualTo(FailurePattern.of(other, WANG));
    }

    @ParameterizedTest
    @DisplayName("Two causes, one person: two patterns")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', value = {
        "The target answered 403. | The target answered 404.",
        "The directory said 50 insufficientAccessRights | The directory said 53 unwillingToPerform",
        "AcceptSecurityContext error, data 52e | AcceptSecurityContext error, data 775",
        "attribute \"mail\" is required | attribute \"title\" is required",
        "\"costCentre\" is missing | \"telephoneNumber\" is missing",
        "{\"error\":\"taken\"} | {\"error\":\"reserved\"}",
        "错误码60011 | 错误码99991663",
        "uid=ming.li exists | cn=ming.li exists",
    })
    void anotherCause(String one, String other) {
        assertThat(FailurePattern.of(one, MING)).isNotEqualTo(FailurePattern.of(other, MING));
    }

    @ParameterizedTest
    @DisplayName("A pattern is its own pattern")
    @ValueSource(strings = {
        "Creating <name> failed. The target answered 409: <mail> is taken.", "<n>", "Adding <dn> failed", "locked until <time>, see <url>", "\"<name>\" from <address>"})
    void again(String pattern) {
        assertThat(FailurePattern.of(pattern, MING)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @DisplayName("Hostile messages end in something short, whatever they are")
    @ValueSource(strings = {
        "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.", "\"", "'a ", "a@", "a.b@c.", "1:", "1.", "cn=a,", "cn=", "<", "<n>", "http://", "\uD83D\uDE00", "\uD83D",
        "李", "0-", "a'b", "%s$1\\", "\u0000", "\n", "🙂1", "((((", "x=1,y=2;", "Mon, 1 Jan ", "2026-01-", "{\"a\":", "e\u0301"})
    void hostile(String piece) {
        for (int times : new int[] {1, 7, 5_000}) {
            String pattern = FailurePattern.of(piece.repeat(times), MING);
            assertThat(pattern).isNotBlank();
            assertThat(pattern.length()).isLessThanOrEqualTo(FailurePattern.LONGEST_PATTERN);
        }
    }

    @Test
    void nothingIsSaidAsNothing() {
        assertThat(FailurePattern.of("", MING)).isEqualTo("(nothing)");
        assertThat(FailurePattern.of(" \n\t\u0000", MING)).isEqualTo("(nothing)");
    }

    @Test
    void onlyTheBeginningIsLookedAt() {
        String head = "word ".repeat(FailurePattern.LONGEST / 5);
        assertThat(FailurePattern.of(head + "one end", MING)).isEqualTo(FailurePattern.of(head + "another end", MING));
    }

    @Test
    void ofMoreNamesThanAnybodyHasOnlySomeAreLookedFor() {
        List<String> names = java.util.stream.IntStream.range(0, 10_000).mapToObj(i -> "Name " + i).toList();
        assertThat(new Subject(names, Set.of()).names()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void aShortNameOrAWordOfTheMessageIsLeftAlone() {
        Subject subject = new Subject(List.of("an", "name", "li"), Set.of());
        assertThat(FailurePattern.of("mail an@x is an error of li", subject)).isEqualTo("mail <mail> is an error of li");
        assertThat(FailurePattern.of("surname of name", subject)).isEqualTo("surname of <name>");
    }
}
