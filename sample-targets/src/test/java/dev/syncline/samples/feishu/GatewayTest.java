package dev.syncline.samples.feishu;

import static dev.syncline.samples.feishu.FeishuFixture.SECRET;
import static dev.syncline.samples.feishu.FeishuFixture.json;
import static dev.syncline.samples.feishu.FeishuFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lark.oapi.service.application.v6.model.Scope;
import com.lark.oapi.service.contact.v3.model.FindByDepartmentUserReq;
import com.lark.oapi.service.contact.v3.model.FindByDepartmentUserResp;
import com.lark.oapi.service.contact.v3.model.GetUserReq;
import com.lark.oapi.service.contact.v3.model.User;
import dev.syncline.samples.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every request passes: token, scopes, limits; and what an answer looks like when something is in its way. */
class GatewayTest {

    private static final String FIND = "/open-apis/contact/v3/users/find_by_department?department_id=0";

    private final FeishuFixture fixture = new FeishuFixture();
    private String sales;
    private String ada;

    @BeforeEach
    void people() {
        sales = fixture.feishu.seed().department("Sales", FeishuSeed.ROOT);
        ada = fixture.feishu.seed().user("Ada", "13011111111", sales);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private GetUserReq readAda() {
        return GetUserReq.newBuilder().userId(ada).build();
    }

    @Test
    void aTokenIsRenewedWhenHalfAnHourIsLeft() throws Exception {
        String first = fixture.token();
        fixture.later(Duration.ofMinutes(90));
        assertThat(fixture.token()).isEqualTo(first);
        fixture.later(Duration.ofSeconds(1));
        String second = fixture.token();
        assertThat(second).isNotEqualTo(first);
        assertThat(fixture.send("GET", FIND, "Bearer " + first, "").statusCode()).isEqualTo(200);
        fixture.later(Duration.ofMinutes(30));
        assertThat(json(fixture.send("GET", FIND, "Bearer " + first, "")).path("code").asInt()).isEqualTo(99991663);
        assertThat(fixture.send("GET", FIND, "Bearer " + second, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusedTokenIsAnOrdinaryAnswer() throws Exception {
        HttpResponse<String> wrong = fixture.askForToken(fixture.feishu.appId(), "guess");
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(json(wrong).path("code").asInt()).isEqualTo(10014);
        assertThat(json(fixture.askForToken("cli_other", SECRET)).path("code").asInt()).isEqualTo(10003);
    }

    @Test
    void withoutATokenThereIsNoAnswer() throws Exception {
        HttpResponse<String> none = fixture.send("GET", FIND, "", "");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(json(none).path("code").asInt()).isEqualTo(99991661);
        assertThat(json(none).path("error").path("log_id").asString()).isEqualTo(none.headers().firstValue("X-Tt-Logid").orElseThrow());
        assertThat(json(fixture.send("GET", FIND, fixture.token(), "")).path("code").asInt()).isEqualTo(99991661);
        assertThat(json(fixture.send("GET", FIND, "Bearer t-guess", "")).path("code").asInt()).isEqualTo(99991663);
        assertThat(json(fixture.send("GET", FIND, "Bearer eyJ", "")).path("code").asInt()).isEqualTo(99991668);
        HttpResponse<String> nowhere = fixture.send("GET", "/open-apis/nowhere", "", "");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).isEqualTo("404 page not found");
    }

    @Test
    void aMissingScopeIsNamed() throws Exception {
        fixture.feishu.settings().revoke("contact:contact.base:readonly");
        var answer = fixture.client.contact().user().get(readAda());
        assertThat(answer.getCode()).isEqualTo(99991672);
        assertThat(answer.getRawResponse().getStatusCode()).isEqualTo(400);
        assertThat(answer.getError().getPermissionViolations()).allSatisfy(one -> assertThat(one.getType()).isEqualTo("action_scope_required"))
                .extracting(one -> one.getSubject()).contains("contact:contact.base:readonly", "contact:contact:readonly_as_app");
        assertThat(answer.getError().getHelps()).singleElement().satisfies(help -> assertThat(help.getUrl()).contains(fixture.feishu.appId()));
        fixture.feishu.settings().grant("contact:contact.base:readonly");
        ok(fixture.client.contact().user().get(readAda()));
    }

    @Test
    void theGrantedScopesAreTold() throws Exception {
        fixture.feishu.settings().revoke("contact:group");
        var scopes = ok(fixture.client.application().v6().scope().list()).getData().getScopes();
        assertThat(scopes).filteredOn(scope -> scope.getScopeName().equals("contact:group")).extracting(Scope::getGrantStatus).containsExactly(2);
        assertThat(scopes).filteredOn(scope -> scope.getScopeName().equals("contact:contact")).extracting(Scope::getGrantStatus)
                .containsExactly(1);
    }

    @Test
    void aFieldWithoutItsScopeIsLeftOut() throws Exception {
        fixture.feishu.settings().revoke("contact:user.phone:readonly");
        fixture.feishu.settings().revoke("contact:user.employee_id:readonly");
        User read = fixture.get(ada);
        assertThat(read.getMobile()).isNull();
        assertThat(read.getUserId()).isNull();
        assertThat(read.getName()).isEqualTo("Ada");
        var byUserId = fixture.client.contact().user().get(GetUserReq.newBuilder().userId("x").userIdType("user_id").build());
        assertThat(byUserId.getError().getPermissionViolations()).singleElement()
                .satisfies(one -> assertThat(one.getType()).isEqualTo("field_scope_required"));
    }

    @Test
    void whatIsOutOfRangeIsNotSeen() throws Exception {
        String legal = fixture.feishu.seed().department("Legal", FeishuSeed.ROOT);
        String eve = fixture.feishu.seed().user("Eve", "13022222222", legal);
        fixture.feishu.settings().range(Set.of(legal));
        assertThat(fixture.client.contact().user().get(readAda()).getCode()).isEqualTo(41050);
        assertThat(find(sales).getCode()).isEqualTo(40004);
        assertThat(find("0").getCode()).isEqualTo(40004);
        ok(fixture.patch(eve, User.newBuilder().city("X")));
    }

    private FindByDepartmentUserResp find(String department) throws Exception {
        return fixture.client.contact().user().findByDepartment(FindByDepartmentUserReq.newBuilder().departmentId(department).build());
    }

    @Test
    void eachApiIsLimitedAlone() throws Exception {
        fixture.feishu.limit(FeishuApi.GET_USER, new RateLimit(2, Duration.ofSeconds(30)));
        ok(fixture.client.contact().user().get(readAda()));
        fixture.later(Duration.ofSeconds(10));
        ok(fixture.client.contact().user().get(readAda()));
        HttpResponse<String> third = fixture.send("GET", "users/" + ada, "");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(json(third).path("code").asInt()).isEqualTo(99991400);
        assertThat(third.headers().firstValue("x-ogw-ratelimit-limit")).contains("2");
        assertThat(third.headers().firstValue("x-ogw-ratelimit-reset")).contains("20");
        ok(find(sales));
        fixture.feishu.settings().throttleAsBefore(true);
        assertThat(fixture.send("GET", "users/" + ada, "").statusCode()).isEqualTo(400);
        fixture.later(Duration.ofSeconds(20));
        ok(fixture.client.contact().user().get(readAda()));
    }

    @Test
    void freezingAndMovingAreLimitedToOneInASecond() throws Exception {
        ok(fixture.patch(ada, User.newBuilder().isFrozen(true)));
        assertThat(fixture.patch(ada, User.newBuilder().isFrozen(false)).getCode()).isEqualTo(99991400);
        ok(fixture.patch(ada, User.newBuilder().city("X")));
        fixture.later(Duration.ofSeconds(1));
        ok(fixture.patch(ada, User.newBuilder().isFrozen(false)));
    }

    @Test
    void listsAreBehindButAReadIsNot() throws Exception {
        fixture.feishu.settings().lag(Duration.ofSeconds(5));
        fixture.later(Duration.ofSeconds(10));
        ok(fixture.patch(ada, User.newBuilder().city("Paris")));
        String bob = fixture.user("Bob", "13022222222", sales);
        assertThat(fixture.get(bob).getName()).isEqualTo("Bob");
        assertThat(fixture.get(ada).getCity()).isEqualTo("Paris");
        assertThat(ok(find(sales)).getData().getItems()).extracting(User::getCity).containsExactly("");
        fixture.later(Duration.ofSeconds(5));
        assertThat(ok(find(sales)).getData().getItems()).extracting(User::getName).containsExactly("Ada", "Bob");
        assertThat(ok(find(sales)).getData().getItems()).extracting(User::getCity).containsExactly("Paris", "");
    }

    @Test
    void whatWasDoneBeforeTheConnectionBrokeIsDone() throws Exception {
        String token = fixture.token();
        fixture.feishu.faults().next(1, new Fault.DropAfterwards());
        assertThatThrownBy(() -> fixture.send("PATCH", "/open-apis/contact/v3/users/" + ada, "Bearer " + token, "{\"city\":\"Rome\"}"))
                .isInstanceOf(IOException.class);
        assertThat(fixture.feishu.user(ada).orElseThrow().path("city").asString()).isEqualTo("Rome");
    }

    @Test
    void faultsComeInstead() throws Exception {
        String token = "Bearer " + fixture.token();
        fixture.feishu.faults().next(1, new Fault.Answer(200, "{\"code\":0,\"data\":[]}"));
        assertThat(json(fixture.send("GET", FIND, token, "")).path("data").isArray()).isTrue();
        fixture.feishu.faults().next(1, new Fault.Status(502));
        assertThat(fixture.send("GET", FIND, token, "").statusCode()).isEqualTo(502);
        fixture.feishu.refuseNext(400, 44025, "update user lock error,wait some seconds and retry");
        assertThat(fixture.patch(ada, User.newBuilder().city("X")).getCode()).isEqualTo(44025);
        assertThat(fixture.feishu.user(ada).orElseThrow().path("city").asString()).isEmpty();
        fixture.feishu.tokenFaults().next(1, new Fault.Garbage());
        assertThat(fixture.askForToken("a", "b").body()).startsWith("<html>");
        assertThat(fixture.send("GET", FIND, token, "").statusCode()).isEqualTo(200);
        assertThat(fixture.feishu.calls()).extracting(FeishuCall::status).containsExactly(200);
    }

    @Test
    void aBodyThatIsNoJsonIsABadRequest() throws Exception {
        HttpResponse<String> answer = fixture.send("PATCH", "users/" + ada, "{");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asInt()).isEqualTo(9499);
    }
}
