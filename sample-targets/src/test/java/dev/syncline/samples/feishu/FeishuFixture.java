package dev.syncline.samples.feishu;

import com.lark.oapi.Client;
import com.lark.oapi.core.response.BaseResponse;
import com.lark.oapi.service.contact.v3.model.CreateDepartmentReq;
import com.lark.oapi.service.contact.v3.model.CreateUserReq;
import com.lark.oapi.service.contact.v3.model.CreateUserResp;
import com.lark.oapi.service.contact.v3.model.Department;
import com.lark.oapi.service.contact.v3.model.GetUserReq;
import com.lark.oapi.service.contact.v3.model.PatchUserReq;
import com.lark.oapi.service.contact.v3.model.PatchUserResp;
import com.lark.oapi.service.contact.v3.model.User;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fake, and the open platform's own client pointed at it. Every one has an application of its own, because the client keeps tokens for
 * the whole process by application id. The clock stands still until it is moved.
 */
final class FeishuFixture implements AutoCloseable {

    static final String SECRET = "secret";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T08:00:00Z"));
    final SampleFeishu feishu = SampleFeishu.start(0, "cli_" + UUID.randomUUID(), SECRET, (InstantSource) now::get);
    final Client client = Client.newBuilder(feishu.appId(), SECRET).openBaseUrl(feishu.baseUrl()).build();

    void later(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /** Made through the client; its open id. */
    String department(String name, String parent) throws Exception {
        var made = client.contact().department().create(CreateDepartmentReq.newBuilder()
                .department(Department.newBuilder().name(name).parentDepartmentId(parent).build()).build());
        return ok(made).getData().getDepartment().getOpenDepartmentId();
    }

    /** Made through the client; the open id. */
    String user(String name, String mobile, String department) throws Exception {
        return ok(create(User.newBuilder().name(name).mobile(mobile).departmentIds(new String[] {department}).employeeType(1))).getData()
                .getUser().getOpenId();
    }

    CreateUserResp create(User.Builder user) throws Exception {
        return client.contact().user().create(CreateUserReq.newBuilder().user(user.build()).build());
    }

    PatchUserResp patch(String openId, User.Builder changes) throws Exception {
        return client.contact().user().patch(PatchUserReq.newBuilder().userId(openId).user(changes.build()).build());
    }

    User get(String openId) throws Exception {
        return ok(client.contact().user().get(GetUserReq.newBuilder().userId(openId).build())).getData().getUser();
    }

    /** A request the client cannot form. */
    HttpResponse<String> send(String method, String path, String authorization, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(feishu.baseUrl() + path)).method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** A request the client cannot form, with a token. */
    HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, "/open-apis/contact/v3/" + path, "Bearer " + token(), body);
    }

    String token() throws Exception {
        return json(askForToken(feishu.appId(), SECRET)).path("tenant_access_token").asString();
    }

    HttpResponse<String> askForToken(String appId, String secret) throws Exception {
        return send("POST", TenantTokens.PATH, "", "{\"app_id\":\"" + appId + "\",\"app_secret\":\"" + secret + "\"}");
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static <T extends BaseResponse<?>> T ok(T answer) {
        if (!answer.success()) {
            throw new AssertionError(answer.getCode() + " " + answer.getMsg());
        }
        return answer;
    }

    @Override
    public void close() {
        feishu.close();
    }
}
