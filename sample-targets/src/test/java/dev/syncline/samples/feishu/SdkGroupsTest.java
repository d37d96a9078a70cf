package dev.syncline.samples.feishu;

import static dev.syncline.samples.feishu.FeishuFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.service.contact.v3.model.AddGroupMemberReq;
import com.lark.oapi.service.contact.v3.model.AddGroupMemberReqBody;
import com.lark.oapi.service.contact.v3.model.BatchAddGroupMemberReq;
import com.lark.oapi.service.contact.v3.model.BatchAddGroupMemberReqBody;
import com.lark.oapi.service.contact.v3.model.CreateGroupReq;
import com.lark.oapi.service.contact.v3.model.CreateGroupResp;
import com.lark.oapi.service.contact.v3.model.CustomAttr;
import com.lark.oapi.service.contact.v3.model.DeleteGroupReq;
import com.lark.oapi.service.contact.v3.model.DeleteUserReq;
import com.lark.oapi.service.contact.v3.model.GetGroupReq;
import com.lark.oapi.service.contact.v3.model.Group;
import com.lark.oapi.service.contact.v3.model.ListCustomAttrReq;
import com.lark.oapi.service.contact.v3.model.MemberBelongGroupReq;
import com.lark.oapi.service.contact.v3.model.MemberResult;
import com.lark.oapi.service.contact.v3.model.Memberlist;
import com.lark.oapi.service.contact.v3.model.PatchGroupReq;
import com.lark.oapi.service.contact.v3.model.RemoveGroupMemberReq;
import com.lark.oapi.service.contact.v3.model.RemoveGroupMemberReqBody;
import com.lark.oapi.service.contact.v3.model.SimplelistGroupMemberReq;
import com.lark.oapi.service.contact.v3.model.SimplelistGroupReq;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official client keeps user groups and reads custom attributes. */
class SdkGroupsTest {

    private final FeishuFixture fixture = new FeishuFixture();
    private String group;
    private String ada;
    private String bob;

    @BeforeEach
    void people() throws Exception {
        fixture.feishu.withoutLimits();
        group = ok(create("Sellers")).getData().getGroupId();
        ada = fixture.user("Ada", "13011111111", "0");
        bob = fixture.user("Bob", "13022222222", "0");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private CreateGroupResp create(String name) throws Exception {
        return fixture.client.contact().group().create(
                CreateGroupReq.newBuilder().group(Group.newBuilder().name(name).description("d").build()).build());
    }

    private int add(String id) throws Exception {
        return fixture.client.contact().groupMember().add(AddGroupMemberReq.newBuilder().groupId(group).addGroupMemberReqBody(
                AddGroupMemberReqBody.newBuilder().memberType("user").memberIdType("open_id").memberId(id).build()).build()).getCode();
    }

    private int remove(String id) throws Exception {
        return fixture.client.contact().groupMember().remove(RemoveGroupMemberReq.newBuilder().groupId(group).removeGroupMemberReqBody(
                RemoveGroupMemberReqBody.newBuilder().memberType("user").memberIdType("open_id").memberId(id).build()).build()).getCode();
    }

    private List<String> members(String idType) throws Exception {
        var list = ok(fixture.client.contact().groupMember()
                .simplelist(SimplelistGroupMemberReq.newBuilder().groupId(group).memberIdType(idType).build()));
        return Arrays.stream(list.getData().getMemberlist()).map(Memberlist::getMemberId).toList();
    }

    @Test
    void membersComeAndGo() throws Exception {
        assertThat(add(ada)).isZero();
        assertThat(add(ada)).isEqualTo(42005);
        assertThat(add("ou_nobody")).isEqualTo(41073);
        assertThat(members("open_id")).containsExactly(ada);
        assertThat(members("user_id")).containsExactly(fixture.get(ada).getUserId());
        assertThat(ok(fixture.client.contact().group().memberBelong(MemberBelongGroupReq.newBuilder().memberId(ada).build())).getData()
                .getGroupList()).containsExactly(group);
        assertThat(read().getMemberUserCount()).isEqualTo(1);
        assertThat(remove(ada)).isZero();
        assertThat(remove(ada)).isZero();
        assertThat(members("open_id")).isEmpty();
    }

    private Group read() throws Exception {
        return ok(fixture.client.contact().group().get(GetGroupReq.newBuilder().groupId(group).build())).getData().getGroup();
    }

    @Test
    void aBatchTellsTheResultOfEach() throws Exception {
        add(bob);
        Memberlist[] both = {member(ada), member(bob), member("ou_nobody")};
        var answer = ok(fixture.client.contact().groupMember().batchAdd(BatchAddGroupMemberReq.newBuilder().groupId(group)
                .batchAddGroupMemberReqBody(BatchAddGroupMemberReqBody.newBuilder().members(both).build()).build()));
        assertThat(answer.getData().getResults()).extracting(MemberResult::getCode).containsExactly(0, 42005, 41073);
        assertThat(fixture.feishu.members(group)).containsExactlyInAnyOrder(ada, bob);
    }

    private static Memberlist member(String id) {
        return Memberlist.newBuilder().memberId(id).memberType("user").memberIdType("open_id").build();
    }

    @Test
    void groupsAreMadeChangedListedAndDeleted() throws Exception {
        assertThat(create("Sellers").getCode()).isEqualTo(47009);
        assertThat(create("").getCode()).isEqualTo(42001);
        ok(fixture.client.contact().group().patch(PatchGroupReq.newBuilder().groupId(group)
                .group(Group.newBuilder().name("Traders").build()).build()));
        assertThat(read().getName()).isEqualTo("Traders");
        assertThat(read().getDescription()).isEqualTo("d");
        assertThat(ok(fixture.client.contact().group().simplelist(SimplelistGroupReq.newBuilder().build())).getData().getGrouplist())
                .extracting(Group::getId).containsExactly(group);
        add(ada);
        assertThat(delete()).isEqualTo(42017);
        remove(ada);
        assertThat(delete()).isZero();
        assertThat(delete()).isEqualTo(42002);
    }

    private int delete() throws Exception {
        return fixture.client.contact().group().delete(DeleteGroupReq.newBuilder().groupId(group).build()).getCode();
    }

    @Test
    void whoLeavesIsInNoGroup() throws Exception {
        add(ada);
        ok(fixture.client.contact().user().delete(DeleteUserReq.newBuilder().userId(ada).build()));
        assertThat(members("open_id")).isEmpty();
        assertThat(add(ada)).isEqualTo(42006);
    }

    @Test
    void customAttributesAreListed() throws Exception {
        String text = fixture.feishu.seed().customAttribute("TEXT", "Cost centre");
        String choice = fixture.feishu.seed().customAttribute("ENUMERATION", "Site", "North", "South");
        CustomAttr[] items = ok(fixture.client.contact().customAttr().list(ListCustomAttrReq.newBuilder().build())).getData().getItems();
        assertThat(items).extracting(CustomAttr::getId).containsExactly(text, choice);
        assertThat(items[0].getI18nName()[0].getValue()).isEqualTo("Cost centre");
        assertThat(items[1].getOptions().getOptions()).hasSize(2);
    }
}
