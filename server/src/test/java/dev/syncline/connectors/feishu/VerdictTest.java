package dev.syncline.connectors.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each code that matters becomes, and the words that help. */
class VerdictTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | 41004    | mobile is invalid error               | Refused     | "mobile"
            400 | 41005    | email is invalid error                | Refused     | "email"
            400 | 41008    | exceed bill seat limit error          | Refused     | seat
            400 | 44023    | exceed feature contact seat limit     | Refused     | seat
            400 | 44047    | license subscription id exceed limit  | Refused     | "subscription_ids"
            400 | 41017    | department is required error          | Refused     | "department_ids"
            400 | 44035    | departmentID is invaild               | Refused     | department is not there
            403 | 40004    | no dept authority error               | Refused     | contact range
            400 | 41050    | no user authority error               | Refused     | contact range
            400 | 43011    | delete has member dept error          | Refused     | Users are still in it
            400 | 41045    | Custom attribute id is not exist error| Refused     | custom fields
            400 | 44037    | tenant manager cannot be deleted      | Refused     | administrator
            400 | 44036    | freeze tenant founder is forbidden    | Refused     | founder
            400 | 44051    | employee_no already existed           | Refused     | "employee_no"
            200 | 10014    | app secret invalid                    | Refused     | Check the connection's app ID and app secret
            400 | 99991662 | app not in use                        | Refused     | enabled and installed
            400 | 99991663 | Invalid access token                  | Refused     | Check the connection's app ID and app secret
            400 | 99991401 | ip is denied by app setting           | Refused     | IP allow list
            400 | 99991403 | quota has been exceeded               | Refused     | quota
            400 | 44025    | update user lock error                | Unavailable | just now
            400 | 43024    | dept structure tenant lock fail       | Unavailable | just now
            500 | 40003    | internal error                        | Unclear     | Look there
            504 | 41027    | create account failed error           | Unclear     | Look there
            400 | 77777    | something new                         | Refused     | something new
            500 | 77777    | something new                         | Unclear     | something new
            """)
    void isAnOutcomeAndASentence(int status, long code, String msg, String outcome, String words) {
        Outcome verdict = verdict(Api.CREATE_USER, status, "{\"code\":%d,\"msg\":\"%s\"}".formatted(code, msg));
        assertThat(verdict.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(sentence(verdict)).startsWith("Creating ada failed. Feishu answered " + code).contains(words).endsWith(".");
    }

    @Test
    void namesTheScopesThatAreMissingAsTheAnswerDoes() {
        assertThat(sentence(verdict(Api.CREATE_USER, 400, """
                {"code":99991672,"msg":"Access denied. https://open.feishu.cn/app/cli_1/auth?q=x","error":{"permission_violations":[
                 {"type":"action_scope_required","subject":"contact:contact"},{"type":"action_scope_required","subject":"contact:user.base"}]}}""")))
                .contains("one of the scopes contact:contact, contact:user.base").doesNotContain("https://");
        assertThat(sentence(verdict(Api.CREATE_USER, 400, """
                {"code":99991672,"msg":"Access denied. One of the following scopes is required: [contact:contact:readonly]."}""")))
                .contains("Grant the scope contact:contact:readonly to the app");
        assertThat(sentence(verdict(Api.ADD_MEMBER, 400, "{\"code\":99991672,\"msg\":\"Access denied.\"}"))).contains("Grant the scope contact:group to");
    }

    @Test
    void namesTheFieldTheAnswerNames() {
        assertThat(sentence(verdict(Api.CREATE_USER, 400, """
                {"code":99992402,"msg":"field validation failed","error":{"field_violations":[{"field":"employee_type","description":"is required"}]}}""")))
                .contains("the attribute \"employee_type\"");
    }

    @Test
    void isAskedAgainWhereWhatCollidesIsNotFoundYet() {
        assertThat(Verdict.notFound(answer(Api.CREATE_USER, 400, "{\"code\":41001,\"msg\":\"mobile has already exist error\"}")).outcome())
                .isInstanceOfSatisfying(Outcome.Unavailable.class,
                        later -> assertThat(later.message()).contains("\"mobile\"").contains("outside of what the app may see").endsWith("."));
    }

    private static Outcome verdict(Api api, int status, String body) {
        return Verdict.failed(answer(api, status, body)).outcome();
    }

    private static Answer answer(Api api, int status, String body) {
        return new Answer(Request.of(api, "Creating ada"), new HttpReply(status, Map.of(), body, false), Json.parse(body));
    }

    private static String sentence(Outcome outcome) {
        return new Stopped(outcome).sentence();
    }
}
