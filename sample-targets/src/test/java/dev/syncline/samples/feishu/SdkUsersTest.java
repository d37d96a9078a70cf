package dev.syncline.samples.feishu;

import static dev.syncline.samples.feishu.FeishuFixture.json;
import static dev.syncline.samples.feishu.FeishuFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.service.contact.v3.model.BatchGetIdUserReq;
import com.lark.oapi.service.contact.v3.model.BatchGetIdUserReqBody;
import com.lark.oapi.service.contact.v3.model.BatchUserReq;
import com.lark.oapi.service.contact.v3.model.CreateUserReq;
import com.lark.oapi.service.contact.v3.model.CreateUserResp;
import com.lark.oapi.service.contact.v3.model.CustomAttrGenericUser;
import com.lark.oapi.service.contact.v3.model.FindByDepartmentUserReq;
import com.lark.oapi.service.contact.v3.model.GetUserReq;
import com.lark.oapi.service.contact.v3.model.PatchUserReq;
import com.lark.oapi.service.contact.v3.model.UpdateUserIdUserReq;
import com.lark.oapi.service.contact.v3.model.UpdateUserIdUserReqBody;
import com.lark.oapi.service.contact.v3.model.User;
import com.lark.oapi.service.contact.v3.model.UserContactInfo;
import com.lark.oapi.service.contact.v3.model.UserCustomAttr;
import com.lark.oapi.service.contact.v3.model.UserCustomAttrValue;
import com.lark.oapi.service.contact.v3.model.UserOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official client makes, changes and finds users. */
class SdkUsersTest {

    private final FeishuFixture fixture = new FeishuFixture();
    private String sales;
    private String support;

    @BeforeEach
    void departments() throws Exception {
        sales = fixture.department("Sales", "0");
        support = fixture.department("Support", sales);
        fixture.feishu.withoutLimits();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static User.Builder ada(String department) {
        return User.newBuilder().userId("ada").name("Ada").enName("Ada L").nickname("Countess").mobile("13011111111").email("ada@example.com")
                .gender(2).departmentIds(new String[] {department}).city("London").country("GB").workStation("N-34").joinTime(1_700_000_000)
                .employeeNo("7").employeeType(1).jobTitle("Analyst").mobileVisible(false);
    }

    @Test
    void aUserComesBackAsItWasMade() throws Exception {
        User made = ok(fixture.create(ada(support))).getData().getUser();
        User read = fixture.get(made.getOpenId());
        assertThat(read.getOpenId()).startsWith("ou_");
        assertThat(read.getUnionId()).startsWith("on_");
        assertThat(read.getUserId()).isEqualTo("ada");
        assertThat(List.of(read.getName(), read.getEnName(), read.getNickname(), read.getMobile(), read.getEmail(), read.getCity(),
                        read.getCountry(), read.getWorkStation(), read.getEmployeeNo(), read.getJobTitle()))
                .containsExactly("Ada", "Ada L", "Countess", "+8613011111111", "ada@example.com", "London", "GB", "N-34", "7", "Analyst");
        assertThat(read.getGender()).isEqualTo(2);
        assertThat(read.getJoinTime()).isEqualTo(1_700_000_000);
        assertThat(read.getEmployeeType()).isEqualTo(1);
        assertThat(read.getMobileVisible()).isFalse();
        assertThat(read.getDepartmentIds()).containsExactly(support);
        assertThat(read.getOrders()).singleElement().satisfies(order -> {
            assertThat(order.getDepartmentId()).isEqualTo(support);
            assertThat(order.getIsPrimaryDept()).isTrue();
        });
        assertThat(read.getStatus().getIsActivated()).isTrue();
        assertThat(read.getStatus().getIsFrozen()).isFalse();
        assertThat(read.getStatus().getIsResigned()).isFalse();
    }

    @Test
    void theSameClientTokenMakesOneUser() throws Exception {
        CreateUserReq.Builder request = CreateUserReq.newBuilder().clientToken("token-1").user(ada(sales).build());
        String first = ok(fixture.client.contact().user().create(request.build())).getData().getUser().getOpenId();
        String again = ok(fixture.client.contact().user().create(request.build())).getData().getUser().getOpenId();
        assertThat(again).isEqualTo(first);
        assertThat(fixture.feishu.users()).hasSize(1);
        CreateUserResp other = fixture.client.contact().user()
                .create(CreateUserReq.newBuilder().clientToken("token-1").user(ada(sales).name("Eve").build()).build());
        assertThat(other.getCode()).isEqualTo(40021);
    }

    @Test
    void aPatchChangesOnlyWhatItGives() throws Exception {
        String id = ok(fixture.create(ada(sales))).getData().getUser().getOpenId();
        User changed = ok(fixture.patch(id, User.newBuilder().city("Paris").departmentIds(new String[] {support}))).getData().getUser();
        assertThat(changed.getCity()).isEqualTo("Paris");
        assertThat(changed.getDepartmentIds()).containsExactly(support);
        assertThat(changed.getName()).isEqualTo("Ada");
        assertThat(ok(fixture.patch(id, User.newBuilder().isFrozen(true))).getData().getUser().getStatus().getIsFrozen()).isTrue();
        assertThat(ok(fixture.patch(id, User.newBuilder().isFrozen(false))).getData().getUser().getStatus().getIsFrozen()).isFalse();
        assertThat(ok(fixture.patch(id, User.newBuilder().joinTime(0))).getData().getUser().getJoinTime()).isNull();
    }

    @Test
    void idsAreOfTheKindAskedFor() throws Exception {
        String boss = fixture.user("Boss", "13022222222", sales);
        String id = ok(fixture.create(ada(sales).leaderUserId(boss))).getData().getUser().getOpenId();
        User read = ok(fixture.client.contact().user()
                .get(GetUserReq.newBuilder().userId("ada").userIdType("user_id").departmentIdType("department_id").build())).getData().getUser();
        assertThat(read.getOpenId()).isEqualTo(id);
        assertThat(read.getLeaderUserId()).isEqualTo(fixture.get(boss).getUserId());
        assertThat(read.getDepartmentIds()).doesNotContain(sales);
        User byUnion = ok(fixture.client.contact().user().get(GetUserReq.newBuilder().userId(read.getUnionId()).userIdType("union_id").build()))
                .getData().getUser();
        assertThat(byUnion.getUserId()).isEqualTo("ada");
        assertThat(byUnion.getLeaderUserId()).startsWith("on_");
    }

    @Test
    void departmentsAreWalkedInPages() throws Exception {
        for (int i = 0; i < 7; i++) {
            fixture.user("U" + i, "1301111000" + i, sales);
        }
        fixture.user("Elsewhere", "13011110009", support);
        List<String> names = new ArrayList<>();
        String token = null;
        do {
            var page = ok(fixture.client.contact().user().findByDepartment(
                    FindByDepartmentUserReq.newBuilder().departmentId(sales).pageSize(3).pageToken(token).build())).getData();
            for (User user : page.getItems()) {
                names.add(user.getName());
            }
            token = page.getHasMore() ? page.getPageToken() : null;
        } while (token != null);
        assertThat(names).containsExactly("U0", "U1", "U2", "U3", "U4", "U5", "U6");
        assertThat(fixture.client.contact().user()
                .findByDepartment(FindByDepartmentUserReq.newBuilder().departmentId(sales).pageSize(51).build()).getCode()).isEqualTo(40011);
        assertThat(fixture.client.contact().user()
                .findByDepartment(FindByDepartmentUserReq.newBuilder().departmentId(sales).pageToken("x").build()).getCode()).isEqualTo(40012);
    }

    @Test
    void usersAreFoundByNumberAndAddress() throws Exception {
        String id = ok(fixture.create(ada(sales))).getData().getUser().getOpenId();
        var found = ok(fixture.client.contact().user().batchGetId(BatchGetIdUserReq.newBuilder().batchGetIdUserReqBody(
                BatchGetIdUserReqBody.newBuilder().emails(new String[] {"ada@example.com", "nobody@example.com"})
                        .mobiles(new String[] {"13011111111", "+86 130-1111-1111", "x"}).build()).build()));
        assertThat(found.getData().getUserList()).extracting(UserContactInfo::getUserId).containsExactly(id, null, id, id, null);
        assertThat(found.getData().getUserList()[0].getStatus().getIsActivated()).isTrue();
    }

    @Test
    void oneUnknownIdFailsTheWholeBatch() throws Exception {
        String one = fixture.user("One", "13011110001", sales);
        String two = fixture.user("Two", "13011110002", sales);
        var both = ok(fixture.client.contact().user().batch(BatchUserReq.newBuilder().userIds(new String[] {one, two}).build()));
        assertThat(both.getData().getItems()).extracting(User::getName).containsExactly("One", "Two");
        var answer = fixture.client.contact().user().batch(BatchUserReq.newBuilder().userIds(new String[] {one, "ou_nobody"}).build());
        assertThat(answer.getCode()).isEqualTo(99992351);
        assertThat(answer.getRawResponse().getStatusCode()).isEqualTo(400);
    }

    @Test
    void ordersTellThePrimaryDepartment() throws Exception {
        String id = ok(fixture.create(ada(sales))).getData().getUser().getOpenId();
        UserOrder first = UserOrder.newBuilder().departmentId(support).departmentOrder(2).userOrder(5).isPrimaryDept(true).build();
        User both = ok(fixture.patch(id, User.newBuilder().departmentIds(new String[] {sales, support}).orders(new UserOrder[] {first})))
                .getData().getUser();
        assertThat(both.getOrders()).filteredOn(UserOrder::getIsPrimaryDept).extracting(UserOrder::getDepartmentId).containsExactly(support);
        assertThat(fixture.patch(id, User.newBuilder().orders(new UserOrder[] {first})).getCode()).isEqualTo(44002);
        UserOrder elsewhere = UserOrder.newBuilder().departmentId(support).departmentOrder(1).build();
        assertThat(fixture.patch(id, User.newBuilder().departmentIds(new String[] {sales}).orders(new UserOrder[] {elsewhere})).getCode())
                .isEqualTo(41025);
        UserOrder second = UserOrder.newBuilder().departmentId(sales).departmentOrder(9).build();
        assertThat(fixture.patch(id, User.newBuilder().departmentIds(new String[] {sales, support}).orders(new UserOrder[] {first, second}))
                .getCode()).isEqualTo(41410);
    }

    @Test
    void customAttributesHaveTypes() throws Exception {
        String text = fixture.feishu.seed().customAttribute("TEXT", "Cost centre");
        String boss = fixture.user("Boss", "13022222222", sales);
        String mentor = fixture.feishu.seed().customAttribute("GENERIC_USER", "Mentor");
        String id = ok(fixture.create(ada(sales).customAttrs(new UserCustomAttr[] {
            attribute("TEXT", text, UserCustomAttrValue.newBuilder().text("4711").build()),
            attribute("GENERIC_USER", mentor,
                    UserCustomAttrValue.newBuilder().genericUser(CustomAttrGenericUser.newBuilder().id(boss).type(1).build()).build())
        }))).getData().getUser().getOpenId();
        User changed = ok(fixture.patch(id, User.newBuilder().customAttrs(
                new UserCustomAttr[] {attribute("TEXT", text, UserCustomAttrValue.newBuilder().text("4712").build())}))).getData().getUser();
        assertThat(changed.getCustomAttrs()).filteredOn(one -> one.getId().equals(text)).singleElement()
                .satisfies(one -> assertThat(one.getValue().getText()).isEqualTo("4712"));
        assertThat(changed.getCustomAttrs()).filteredOn(one -> one.getId().equals(mentor)).singleElement()
                .satisfies(one -> assertThat(one.getValue().getGenericUser().getId()).isEqualTo(boss));
        assertThat(fixture.patch(id, User.newBuilder().customAttrs(
                new UserCustomAttr[] {attribute("TEXT", "C-0", UserCustomAttrValue.newBuilder().text("x").build())})).getCode()).isEqualTo(41045);
    }

    private static UserCustomAttr attribute(String type, String id, UserCustomAttrValue value) {
        return UserCustomAttr.newBuilder().type(type).id(id).value(value).build();
    }

    @Test
    void whatIsWrongHasTheCodeOfItsPage() throws Exception {
        String id = ok(fixture.create(ada(sales))).getData().getUser().getOpenId();
        assertThat(fixture.create(ada(sales).userId("b").email("b@example.com").employeeNo("8")).getCode()).isEqualTo(41001);
        assertThat(fixture.create(ada(sales).userId("b").mobile("13011111112").employeeNo("8")).getCode()).isEqualTo(41002);
        assertThat(fixture.create(ada(sales).mobile("13011111112").email("b@example.com").employeeNo("8")).getCode()).isEqualTo(41011);
        assertThat(fixture.create(ada(sales).userId("b").mobile("13011111112").email("b@example.com")).getCode()).isEqualTo(44051);
        assertThat(fixture.create(ada(sales).mobile("12")).getCode()).isEqualTo(41004);
        assertThat(fixture.create(ada(sales).email("x")).getCode()).isEqualTo(41005);
        assertThat(fixture.create(ada(sales).mobile("+41446681800").email(null)).getCode()).isEqualTo(44020);
        assertThat(fixture.create(ada("od-nowhere").mobile("13011111112")).getCode()).isEqualTo(40004);
        assertThat(fixture.create(ada(sales).departmentIds(new String[0])).getCode()).isEqualTo(41017);
        assertThat(fixture.create(ada(sales).employeeType(9)).getCode()).isEqualTo(41059);
        assertThat(fixture.create(ada(sales).gender(7)).getCode()).isEqualTo(41038);
        assertThat(fixture.create(ada(sales).enterpriseEmail("ada@company.example")).getCode()).isEqualTo(44001);
        assertThat(fixture.create(User.newBuilder().mobile("13011111119")).getCode()).isEqualTo(41006);
        assertThat(fixture.patch(id, User.newBuilder().leaderUserId(id)).getCode()).isEqualTo(41030);
        assertThat(fixture.patch(id, User.newBuilder().leaderUserId("ou_nobody")).getCode()).isEqualTo(44022);
        assertThat(fixture.patch(id, User.newBuilder().departmentIds(new String[] {"od-nowhere"})).getCode()).isEqualTo(44035);
        assertThat(fixture.client.contact().user().get(GetUserReq.newBuilder().userId("nobody").userIdType("user_id").build()).getCode())
                .isEqualTo(41012);
        fixture.feishu.settings().seats(1);
        assertThat(fixture.create(ada(sales).userId("b").mobile("13011111112")).getCode()).isEqualTo(41008);
    }

    @Test
    void aRequiredFieldWithoutACodeOfItsOwnIsNamed() throws Exception {
        var answer = fixture.create(ada(sales).employeeType(null));
        assertThat(answer.getCode()).isEqualTo(99992402);
        assertThat(answer.getError().getFieldViolations()).singleElement().satisfies(violation -> {
            assertThat(violation.getField()).isEqualTo("employee_type");
            assertThat(violation.getDescription()).isEqualTo("employee_type is required");
        });
    }

    @Test
    void aValueOfTheWrongTypeIsABadRequest() throws Exception {
        String id = ok(fixture.create(ada(sales))).getData().getUser().getOpenId();
        var answer = fixture.send("PATCH", "users/" + id, "{\"gender\":\"female\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asInt()).isEqualTo(9499);
    }

    @Test
    void theUserIdIsChangedByARequestOfItsOwn() throws Exception {
        String id = ok(fixture.create(ada(sales))).getData().getUser().getOpenId();
        fixture.user("Bob", "13022222222", sales);
        String bob = fixture.feishu.users().get(1).path("user_id").asString();
        assertThat(rename(id, bob)).isEqualTo(41011);
        assertThat(rename(id, "")).isEqualTo(41054);
        assertThat(rename(id, "countess")).isZero();
        assertThat(fixture.get(id).getUserId()).isEqualTo("countess");
    }

    private int rename(String id, String userId) throws Exception {
        return fixture.client.contact().user().updateUserId(UpdateUserIdUserReq.newBuilder().userId(id)
                .updateUserIdUserReqBody(UpdateUserIdUserReqBody.newBuilder().newUserId(userId).build()).build()).getCode();
    }

    @Test
    void whoHasNotJoinedIsNotChanged() throws Exception {
        fixture.feishu.settings().invitationsWait(true);
        String id = ok(fixture.create(ada(sales))).getData().getUser().getOpenId();
        assertThat(fixture.get(id).getStatus().getIsUnjoin()).isTrue();
        assertThat(fixture.client.contact().user().patch(PatchUserReq.newBuilder().userId(id).user(User.newBuilder().city("X").build()).build())
                .getCode()).isEqualTo(44010);
        fixture.feishu.join(id);
        ok(fixture.patch(id, User.newBuilder().city("X")));
    }
}
