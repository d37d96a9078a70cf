package dev.syncline.samples.feishu;

import static dev.syncline.samples.feishu.FeishuFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.service.contact.v3.model.ChildrenDepartmentReq;
import com.lark.oapi.service.contact.v3.model.ChildrenDepartmentRespBody;
import com.lark.oapi.service.contact.v3.model.CreateDepartmentReq;
import com.lark.oapi.service.contact.v3.model.CreateDepartmentResp;
import com.lark.oapi.service.contact.v3.model.DeleteDepartmentReq;
import com.lark.oapi.service.contact.v3.model.Department;
import com.lark.oapi.service.contact.v3.model.GetDepartmentReq;
import com.lark.oapi.service.contact.v3.model.GetDepartmentResp;
import com.lark.oapi.service.contact.v3.model.PatchDepartmentReq;
import com.lark.oapi.service.contact.v3.model.PatchDepartmentResp;
import com.lark.oapi.service.contact.v3.model.UpdateDepartmentIdDepartmentReq;
import com.lark.oapi.service.contact.v3.model.UpdateDepartmentIdDepartmentReqBody;
import com.lark.oapi.service.contact.v3.model.User;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official client builds and changes the tree of departments. */
class SdkDepartmentsTest {

    private final FeishuFixture fixture = new FeishuFixture();

    @BeforeEach
    void unlimited() {
        fixture.feishu.withoutLimits();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private CreateDepartmentResp create(Department.Builder department) throws Exception {
        return fixture.client.contact().department().create(CreateDepartmentReq.newBuilder().department(department.build()).build());
    }

    private PatchDepartmentResp patch(String openId, Department.Builder changes) throws Exception {
        return fixture.client.contact().department()
                .patch(PatchDepartmentReq.newBuilder().departmentId(openId).department(changes.build()).build());
    }

    private GetDepartmentResp get(String openId) throws Exception {
        return fixture.client.contact().department().get(GetDepartmentReq.newBuilder().departmentId(openId).build());
    }

    private int delete(String openId) throws Exception {
        return fixture.client.contact().department().delete(DeleteDepartmentReq.newBuilder().departmentId(openId).build()).getCode();
    }

    @Test
    void aDepartmentComesBackAsItWasMade() throws Exception {
        Department made = ok(create(Department.newBuilder().name("Sales").parentDepartmentId("0").departmentId("D1").order("7"))).getData()
                .getDepartment();
        Department read = ok(get(made.getOpenDepartmentId())).getData().getDepartment();
        assertThat(read.getOpenDepartmentId()).startsWith("od-");
        assertThat(List.of(read.getName(), read.getDepartmentId(), read.getParentDepartmentId(), read.getOrder()))
                .containsExactly("Sales", "D1", "0", "7");
        assertThat(read.getStatus().getIsDeleted()).isFalse();
        assertThat(read.getMemberCount()).isZero();
    }

    @Test
    void theSameClientTokenMakesOneDepartment() throws Exception {
        var request = CreateDepartmentReq.newBuilder().clientToken("t")
                .department(Department.newBuilder().name("Sales").parentDepartmentId("0").build()).build();
        String first = ok(fixture.client.contact().department().create(request)).getData().getDepartment().getOpenDepartmentId();
        assertThat(ok(fixture.client.contact().department().create(request)).getData().getDepartment().getOpenDepartmentId()).isEqualTo(first);
        assertThat(fixture.feishu.departments()).hasSize(1);
    }

    @Test
    void aDepartmentMovesWithAllBelowIt() throws Exception {
        String europe = fixture.department("Europe", "0");
        String asia = fixture.department("Asia", "0");
        String sales = fixture.department("Sales", europe);
        String boss = fixture.user("Boss", "13011111111", sales);
        Department moved = ok(patch(sales, Department.newBuilder().parentDepartmentId(asia).leaderUserId(boss))).getData().getDepartment();
        assertThat(moved.getParentDepartmentId()).isEqualTo(asia);
        assertThat(moved.getLeaderUserId()).isEqualTo(boss);
        assertThat(moved.getName()).isEqualTo("Sales");
        assertThat(ok(get(asia)).getData().getDepartment().getMemberCount()).isEqualTo(1);
        assertThat(ok(get(europe)).getData().getDepartment().getMemberCount()).isZero();
        assertThat(patch(asia, Department.newBuilder().parentDepartmentId(sales)).getCode()).isEqualTo(40018);
    }

    @Test
    void childrenAreListedWithAllBelowWhenAskedFor() throws Exception {
        String top = fixture.department("Top", "0");
        String middle = fixture.department("Middle", top);
        fixture.department("Bottom", middle);
        assertThat(names(children("0", false, 10))).containsExactly("Top");
        assertThat(names(children("0", true, 10))).containsExactly("Top", "Middle", "Bottom");
        ChildrenDepartmentRespBody first = children("0", true, 2);
        assertThat(first.getHasMore()).isTrue();
        var rest = ok(fixture.client.contact().department().children(
                ChildrenDepartmentReq.newBuilder().departmentId("0").fetchChild(true).pageSize(2).pageToken(first.getPageToken()).build()));
        assertThat(names(rest.getData())).containsExactly("Bottom");
        assertThat(rest.getData().getHasMore()).isFalse();
        assertThat(rest.getData().getPageToken()).isNull();
    }

    private ChildrenDepartmentRespBody children(String parent, boolean all, int size) throws Exception {
        return ok(fixture.client.contact().department().children(
                ChildrenDepartmentReq.newBuilder().departmentId(parent).fetchChild(all).pageSize(size).build())).getData();
    }

    private static List<String> names(ChildrenDepartmentRespBody page) {
        return Arrays.stream(page.getItems()).map(Department::getName).toList();
    }

    @Test
    void theOwnIdIsChangedByARequestOfItsOwn() throws Exception {
        String sales = fixture.department("Sales", "0");
        ok(create(Department.newBuilder().name("Legal").parentDepartmentId("0").departmentId("D1")));
        assertThat(rename(sales, "D1")).isEqualTo(43007);
        assertThat(rename(sales, "D2")).isZero();
        assertThat(ok(get(sales)).getData().getDepartment().getDepartmentId()).isEqualTo("D2");
    }

    private int rename(String openId, String ownId) throws Exception {
        return fixture.client.contact().department().updateDepartmentId(UpdateDepartmentIdDepartmentReq.newBuilder().departmentId(openId)
                .updateDepartmentIdDepartmentReqBody(UpdateDepartmentIdDepartmentReqBody.newBuilder().newDepartmentId(ownId).build()).build())
                .getCode();
    }

    @Test
    void aDepartmentInUseIsNotDeleted() throws Exception {
        String top = fixture.department("Top", "0");
        String below = fixture.department("Below", top);
        String id = fixture.user("Ada", "13011111111", below);
        assertThat(delete(top)).isEqualTo(43012);
        assertThat(delete(below)).isEqualTo(43011);
        ok(fixture.patch(id, User.newBuilder().departmentIds(new String[] {"0"})));
        assertThat(delete(below)).isZero();
        assertThat(delete(top)).isZero();
        assertThat(get(top).getCode()).isEqualTo(40015);
        assertThat(delete("0")).isEqualTo(40002);
    }

    @Test
    void whatIsWrongHasTheCodeOfItsPage() throws Exception {
        String sales = ok(create(Department.newBuilder().name("Sales").parentDepartmentId("0").departmentId("D1").order("7"))).getData()
                .getDepartment().getOpenDepartmentId();
        assertThat(create(Department.newBuilder().name("Sales").parentDepartmentId("0")).getCode()).isEqualTo(43022);
        assertThat(create(Department.newBuilder().name("A/B").parentDepartmentId("0")).getCode()).isEqualTo(43029);
        assertThat(create(Department.newBuilder().name("A").parentDepartmentId("0").departmentId("D1")).getCode()).isEqualTo(43007);
        assertThat(create(Department.newBuilder().name("A").parentDepartmentId("0").departmentId("od-1")).getCode()).isEqualTo(43008);
        assertThat(create(Department.newBuilder().name("A").parentDepartmentId("0").order("7")).getCode()).isEqualTo(43005);
        assertThat(create(Department.newBuilder().name("A").parentDepartmentId("od-nowhere")).getCode()).isEqualTo(40014);
        assertThat(create(Department.newBuilder().name("A")).getCode()).isEqualTo(44101);
        var nameless = create(Department.newBuilder().parentDepartmentId("0"));
        assertThat(nameless.getCode()).isEqualTo(40016);
        assertThat(nameless.getRawResponse().getStatusCode()).isEqualTo(401);
        assertThat(patch("od-nowhere", Department.newBuilder().name("A")).getCode()).isEqualTo(40008);
        assertThat(patch(sales, Department.newBuilder().leaderUserId("ou_nobody")).getCode()).isEqualTo(41012);
        String deepest = sales;
        for (int level = 2; level <= 25; level++) {
            deepest = fixture.department("Level " + level, deepest);
        }
        assertThat(create(Department.newBuilder().name("Level 26").parentDepartmentId(deepest)).getCode()).isEqualTo(43019);
    }
}
