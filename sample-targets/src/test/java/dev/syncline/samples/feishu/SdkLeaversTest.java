package dev.syncline.samples.feishu;

import static dev.syncline.samples.feishu.FeishuFixture.json;
import static dev.syncline.samples.feishu.FeishuFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.service.contact.v3.model.BatchGetIdUserReq;
import com.lark.oapi.service.contact.v3.model.BatchGetIdUserReqBody;
import com.lark.oapi.service.contact.v3.model.DeleteUserReq;
import com.lark.oapi.service.contact.v3.model.DeleteUserReqBody;
import com.lark.oapi.service.contact.v3.model.DeleteUserResp;
import com.lark.oapi.service.contact.v3.model.FindByDepartmentUserReq;
import com.lark.oapi.service.contact.v3.model.ResourceAcceptor;
import com.lark.oapi.service.contact.v3.model.ResurrectUserReq;
import com.lark.oapi.service.contact.v3.model.ResurrectUserReqBody;
import com.lark.oapi.service.contact.v3.model.ResurrectUserResp;
import com.lark.oapi.service.contact.v3.model.User;
import com.lark.oapi.service.contact.v3.model.UserDepartmentInfo;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official client deletes users and brings them back. */
class SdkLeaversTest {

    private final FeishuFixture fixture = new FeishuFixture();
    private String sales;
    private String ada;
    private String heir;

    @BeforeEach
    void people() throws Exception {
        fixture.feishu.withoutLimits();
        sales = fixture.department("Sales", "0");
        ada = fixture.user("Ada", "13011111111", sales);
        heir = fixture.user("Heir", "13022222222", sales);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private DeleteUserResp delete(String openId, DeleteUserReqBody.Builder how) throws Exception {
        return fixture.client.contact().user().delete(DeleteUserReq.newBuilder().userId(openId).deleteUserReqBody(how.build()).build());
    }

    @Test
    void whoIsDeletedHasLeftButCanBeRead() throws Exception {
        ok(delete(ada, DeleteUserReqBody.newBuilder().docsAcceptorUserId(heir)
                .emailAcceptor(ResourceAcceptor.newBuilder().processingType("1").acceptorUserId(heir).build())));
        User read = fixture.get(ada);
        assertThat(read.getStatus().getIsResigned()).isTrue();
        assertThat(read.getDepartmentIds()).isEmpty();
        var found = ok(fixture.client.contact().user().findByDepartment(FindByDepartmentUserReq.newBuilder().departmentId(sales).build()));
        assertThat(found.getData().getItems()).extracting(User::getName).containsExactly("Heir");
        assertThat(fixture.feishu.user(ada).orElseThrow().path("acceptors").path("docs_acceptor_user_id").asString()).isEqualTo(heir);
        assertThat(fixture.patch(ada, User.newBuilder().city("X")).getCode()).isEqualTo(42006);
        assertThat(delete(ada, DeleteUserReqBody.newBuilder()).getCode()).isEqualTo(41050);
    }

    @Test
    void onlySomebodyWhoIsThereTakesOver() throws Exception {
        assertThat(delete(ada, DeleteUserReqBody.newBuilder().docsAcceptorUserId("ou_nobody")).getCode()).isEqualTo(41052);
        assertThat(delete(ada, DeleteUserReqBody.newBuilder().emailAcceptor(ResourceAcceptor.newBuilder().processingType("9").build())).getCode())
                .isEqualTo(40001);
        assertThat(fixture.get(ada).getStatus().getIsResigned()).isFalse();
    }

    @Test
    void anAdministratorOfTheCompanyIsNotDeleted() throws Exception {
        fixture.feishu.makeManager(ada);
        assertThat(delete(ada, DeleteUserReqBody.newBuilder()).getCode()).isEqualTo(44037);
        assertThat(fixture.get(ada).getIsTenantManager()).isTrue();
    }

    @Test
    void numberAndAddressAreFreeForOthers() throws Exception {
        ok(delete(ada, DeleteUserReqBody.newBuilder()));
        String next = fixture.user("Next", "13011111111", sales);
        assertThat(ids(false)).containsExactly(next);
        assertThat(resurrect(ada).getCode()).isEqualTo(44030);
    }

    @Test
    void whoHasLeftIsFoundOnlyWhenAskedFor() throws Exception {
        ok(delete(ada, DeleteUserReqBody.newBuilder()));
        assertThat(ids(false)).containsExactly((String) null);
        assertThat(ids(true)).containsExactly(ada);
    }

    private String[] ids(boolean withLeavers) throws Exception {
        var found = ok(fixture.client.contact().user().batchGetId(BatchGetIdUserReq.newBuilder().batchGetIdUserReqBody(
                BatchGetIdUserReqBody.newBuilder().mobiles(new String[] {"13011111111"}).includeResigned(withLeavers).build()).build()));
        return new String[] {found.getData().getUserList()[0].getUserId()};
    }

    @Test
    void withinThirtyDaysAUserComesBack() throws Exception {
        assertThat(resurrect(ada).getCode()).isEqualTo(44033);
        ok(delete(ada, DeleteUserReqBody.newBuilder()));
        ok(resurrect(ada));
        User back = fixture.get(ada);
        assertThat(back.getStatus().getIsResigned()).isFalse();
        assertThat(back.getDepartmentIds()).containsExactly(sales);
        ok(delete(ada, DeleteUserReqBody.newBuilder()));
        fixture.later(Duration.ofDays(31));
        // By hand: the client goes by the real time and still has the token of a month ago.
        assertThat(json(fixture.send("POST", "users/" + ada + "/resurrect", "{}")).path("code").asInt()).isEqualTo(44028);
    }

    private ResurrectUserResp resurrect(String openId) throws Exception {
        UserDepartmentInfo department = UserDepartmentInfo.newBuilder().departmentId(sales).build();
        return fixture.client.contact().user().resurrect(ResurrectUserReq.newBuilder().userId(openId)
                .resurrectUserReqBody(ResurrectUserReqBody.newBuilder().departments(new UserDepartmentInfo[] {department}).build()).build());
    }
}
