package dev.syncline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "POST,   /api/v1/users,                                users.create,                    user",
        "PUT,    /api/v1/applications/{id},                    applications.change,             application",
        "DELETE, /api/v1/tokens/{id},                          tokens.delete,                   token",
        "POST,   /api/v1/tasks/{id}/confirm,                   tasks.confirm,                   task",
        "POST,   /api/v1/policies/{id}/runs,                   policies.runs.create,            policy",
        "POST,   /api/v1/compliance/rules,                     compliance.rules.create,         compliance-rule",
        "PUT,    /api/v1/applications/{id}/global-policy,      applications.global-policy.change, application",
        "PUT,    /api/v1/global-policy,                        global-policy.change,            global-policy",
        "GET,    /api/v1/tasks/export,                         tasks.export,                    task",
        "POST,   /api/v1/session,                              sign-in,                         session",
        "DELETE, /api/v1/session,                              sign-out,                        session",
        "PATCH,  /scim/v2/Users/0198c0de-0000-7000-8000-000000000001, scim.users.change,        user",
        "POST,   /scim/v2/Bulk,                                scim.bulk,                       bulk",
        "GET,    /api/v1/audit,                                audit.read,                      audit"})
    void anAddressGivesTheCodeAndTheTypeOfWhatItIsAbout(String method, String pattern, String code, String type) {
        assertThat(Act.of(method, pattern)).isEqualTo(new Act(code, type));
    }

    @Test
    void whatOnlyAsksIsNotOnRecord() {
        assertThat(Act.isOnRecord("GET", "/api/v1/users")).isFalse();
        assertThat(Act.isOnRecord("POST", "/api/v1/policies/simulation")).isFalse();
        assertThat(Act.isOnRecord("POST", "/api/v1/an-endpoint/nobody-thought-of")).isTrue();
        assertThat(Act.isOnRecord("GET", "/api/v1/tasks/export")).isTrue();
        assertThat(Act.isOnRecord("PATCH", "/scim/v2/Users/1")).isTrue();
    }
}
