package dev.syncline.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.PreconditionFailedException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.exceptions.UnauthorizedException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.messages.SortOrder;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.ServiceProviderConfigResource;
import com.unboundid.scim2.common.types.UserResource;
import dev.syncline.fixtures.TestServer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.List;
import org.glassfish.jersey.client.ClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Third-party proof: the SCIM 2 SDK of UnboundID (Ping Identity), which knows nothing of us, works with the service. */
class UnboundIdClientTest {

    private final Client client = client(TestServer.TOKEN);
    private final ScimService scim = new ScimService(client.target(TestServer.shared().url() + "/scim/v2"));

    private static Client client(String token) {
        ClientRequestFilter signed = request -> request.getHeaders().putSingle("Authorization", "Bearer " + token);
        return ClientBuilder.newClient(new ClientConfig().connectorProvider((_, _) -> new JdkTransport())).register(signed);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void readsWhatTheServiceIs() throws ScimException {
        ServiceProviderConfigResource config = scim.getServiceProviderConfig();
        assertThat(config.getPatch().isSupported()).isTrue();
        assertThat(config.getBulk().isSupported()).isTrue();
        assertThat(config.getFilter().isSupported()).isTrue();
        assertThat(config.getSort().isSupported()).isTrue();
        assertThat(config.getEtag().isSupported()).isTrue();
        ListResponse<ResourceTypeResource> types = scim.getResourceTypes();
        assertThat(types.getResources()).extracting(ResourceTypeResource::getName).contains("User", "Group");
        assertThat(scim.getResourceType("User").getEndpoint().toString()).isEqualTo("/Users");
        assertThat(scim.getSchemas().getResources()).extracting(SchemaResource::getId)
                .contains("urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:core:2.0:Group",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
        assertThat(scim.getSchema("urn:ietf:params:scim:schemas:core:2.0:Group").getName()).isEqualTo("Group");
    }

    @Test
    void keepsAPersonFromTheFirstDayToTheLast() throws ScimException {
        UserResource made = scim.create("Users", person(TestServer.unique("babs")));
        assertThat(made.getId()).isNotBlank();
        assertThat(made.getMeta().getResourceType()).isEqualTo("User");
        UserResource read = scim.retrieve(made);
        assertThat(read).isEqualTo(made);
        assertThat(read.getExtension(EnterpriseUserExtension.class).getDepartment()).isEqualTo("Tours");

        read.setDisplayName("Babs");
        read.setEmails(new Email().setValue("babs@example.com").setType("work").setPrimary(true));
        UserResource replaced = scim.replaceRequest(read).ifMatch().invoke();
        assertThat(replaced.getDisplayName()).isEqualTo("Babs");
        assertThatExceptionOfType(PreconditionFailedException.class).isThrownBy(() -> scim.replaceRequest(made).ifMatch().invoke());

        UserResource modified = scim.modifyRequest(replaced)
                .replaceValue("name.familyName", "Jones")
                .addValues("emails", new Email().setValue("babs@home.example").setType("home"))
                .replaceValue("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", "Rides")
                .removeValues("title")
                .replaceValue("active", false)
                .invoke();
        assertThat(modified.getName().getFamilyName()).isEqualTo("Jones");
        assertThat(modified.getEmails()).extracting(Email::getValue).containsExactly("babs@example.com", "babs@home.example");
        assertThat(modified.getTitle()).isNull();
        assertThat(modified.getActive()).isFalse();
        assertThat(scim.retrieve(modified)).isEqualTo(modified);

        scim.deleteRequest(modified).ifMatch(modified.getMeta().getVersion()).invoke();
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> scim.retrieve(modified));
    }

    @Test
    void findsPeople() throws ScimException {
        String mark = TestServer.unique("zzfind");
        for (String one : List.of("b", "c", "a")) {
            scim.create("Users", person(mark + one));
        }
        ListResponse<UserResource> found = scim.searchRequest("Users")
                .filter(Filter.and(Filter.sw("userName", mark), Filter.eq("active", true)))
                .sort("userName", SortOrder.DESCENDING).page(2, 1).attributes("userName").invoke(UserResource.class);
        assertThat(found.getTotalResults()).isEqualTo(3);
        assertThat(found.getResources()).extracting(UserResource::getUserName).containsExactly(mark + "b");
        assertThat(found.getResources().getFirst().getName()).isNull();
        ListResponse<UserResource> posted = scim.searchRequest("Users").filter(Filter.eq("userName", mark + "A")).excludedAttributes("name")
                .invokePost(UserResource.class);
        assertThat(posted.getResources()).extracting(UserResource::getUserName).containsExactly(mark + "a");
        assertThat(scim.searchRequest("Users").filter("emails[type eq \"work\" and value eq \"" + mark + "c@example.com\"]").invoke(UserResource.class)
                .getResources()).extracting(UserResource::getUserName).containsExactly(mark + "c");
    }

    @Test
    void keepsGroups() throws ScimException {
        UserResource one = scim.create("Users", person(TestServer.unique("one")));
        UserResource two = scim.create("Users", person(TestServer.unique("two")));
        GroupResource group = scim.create("Groups", new GroupResource().setDisplayName(TestServer.unique("Group")).setMembers(member(one)));
        GroupResource grown = scim.modifyRequest(group).addValues("members", member(two)).invoke();
        assertThat(grown.getMembers()).extracting(Member::getValue).containsExactlyInAnyOrder(one.getId(), two.getId());
        GroupResource shrunk = scim.modifyRequest(grown).removeValues("members[value eq \"" + one.getId() + "\"]").invoke();
        assertThat(shrunk.getMembers()).extracting(Member::getValue).containsExactly(two.getId());
        assertThat(scim.retrieve(two).getGroups()).singleElement().satisfies(of -> assertThat(of.getValue()).isEqualTo(group.getId()));
        assertThat(scim.retrieve(one).getGroups()).isNullOrEmpty();
        scim.delete(shrunk);
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> scim.retrieve(shrunk));
    }

    @Test
    void understandsEveryRefusal() throws ScimException {
        UserResource made = scim.create("Users", person(TestServer.unique("refused")));
        assertThatExceptionOfType(ResourceConflictException.class).isThrownBy(() -> scim.create("Users", person(made.getUserName())))
                .satisfies(refusal -> assertThat(refusal.getScimError().getScimType()).isEqualTo("uniqueness"));
        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> scim.searchRequest("Users").filter("nobody eq 1").invoke(UserResource.class))
                .satisfies(refusal -> assertThat(refusal.getScimError().getScimType()).isEqualTo("invalidFilter"));
        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> scim.modifyRequest(made).removeValues("id").invoke())
                .satisfies(refusal -> assertThat(refusal.getScimError().getScimType()).isEqualTo("mutability"));
        try (Client stranger = client("syncline_nobody")) {
            ScimService refused = new ScimService(stranger.target(TestServer.shared().url() + "/scim/v2"));
            assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(() -> refused.retrieve(made));
        }
    }

    private static Member member(UserResource user) {
        return new Member().setValue(user.getId());
    }

    private static UserResource person(String userName) {
        UserResource person = new UserResource().setUserName(userName)
                .setName(new Name().setGivenName("Barbara").setFamilyName("Jensen").setMiddleName("Jane"))
                .setDisplayName("Barbara Jensen").setTitle("Guide").setActive(true)
                .setEmails(new Email().setValue(userName + "@example.com").setType("work").setPrimary(true));
        person.setExtension(new EnterpriseUserExtension().setDepartment("Tours").setEmployeeNumber("7"));
        return person;
    }
}
