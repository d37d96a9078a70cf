package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done to the entry of an organization or a group. */
final class StructureEntries {

    private final LdapConfig config;
    private final ObjectType objectType;
    private final Branch branch;
    private final LdapWire wire;
    private final EntryAttributes attributes;
    private final Adoption adoption;
    private final Renaming renaming;
    private final Memberships memberships;
    private final NamedEntries named;

    StructureEntries(LdapConfig config, ObjectType objectType, LdapWire wire) {
        this.config = config;
        this.objectType = objectType;
        this.branch = objectType == ObjectType.ORGANIZATION ? config.organizations() : config.groupEntries();
        this.wire = wire;
        this.attributes = new EntryAttributes(branch);
        this.memberships = new Memberships(config.groups(), wire);
        this.adoption = new Adoption(config.conflict(), branch, wire, attributes);
        this.renaming = new Renaming(branch, wire, memberships);
        this.named = new NamedEntries(branch, wire);
    }

    Outcome apply(Change change, Exchanges exchanges) throws Stopped {
        return switch (change.action()) {
            case CREATE -> create(change, exchanges);
            case UPDATE -> update(change, exchanges);
            case DELETE -> delete(change, exchanges);
            case ENABLE, DISABLE -> throw Stopped.refused(Unsupported.CODE, "Only accounts can be enabled and disabled.");
        };
    }

    private Outcome create(Change change, Exchanges exchanges) throws Stopped {
        attributes.requireOneName(change);
        DN dn = branch.dnOf(change);
        List<Attribute> entry = new ArrayList<>(attributes.ofNewEntry(change));
        List<String> members = members(change.members().orElse(List.of()));
        if (objectType == ObjectType.GROUP && !members.isEmpty()) {
            entry.add(new Attribute(config.groups().memberAttribute(), members));
        }
        LDAPResult added = wire.add(new AddRequest(dn, entry), exchanges);
        if (LdapVerdict.is(added, ResultCode.ENTRY_ALREADY_EXISTS)) {
            String note = adoption.adoptOrRefuse(dn, change, added, exchanges);
            setMembers(dn, change, exchanges);
            return new Outcome.Done(Optional.of(dn.toString()), Optional.of(note));
        }
        refuseWithoutMembers(added, dn, members);
        LdapVerdict.require(added, "Adding " + dn);
        return Outcome.Done.of(dn.toString());
    }

    private Outcome update(Change change, Exchanges exchanges) throws Stopped {
        attributes.requireOneName(change);
        DN known = known(change, exchanges)
                .orElseThrow(() -> Stopped.refused("32 noSuchObject", "There is no entry called " + change.name() + " below " + branch.base() + "."));
        DN dn = renaming.toWanted(known, change, exchanges);
        if (!dn.equals(known) && objectType == ObjectType.ORGANIZATION) {
            memberships.renameBelow(known, dn, exchanges);
        }
        List<Modification> modifications = attributes.modifications(change);
        if (!modifications.isEmpty()) {
            LdapVerdict.require(wire.modify(new ModifyRequest(dn, modifications), exchanges), "Changing " + dn);
        }
        setMembers(dn, change, exchanges);
        return Outcome.Done.of(dn.toString());
    }

    private Outcome delete(Change change, Exchanges exchanges) throws Stopped {
        Optional<DN> known = known(change, exchanges);
        if (known.isEmpty()) {
            return Outcome.Done.noted("There was no entry called " + change.name() + " below " + branch.base() + ".");
        }
        DN dn = known.get();
        LDAPResult deleted = wire.delete(new DeleteRequest(dn), exchanges);
        if (LdapVerdict.is(deleted, ResultCode.NO_SUCH_OBJECT)) {
            return Outcome.Done.noted("There was no entry " + dn + ".");
        }
        if (LdapVerdict.is(deleted, ResultCode.NOT_ALLOWED_ON_NONLEAF)) {
            throw Stopped.refused(LdapVerdict.code(deleted), "The entry " + dn + " still has entries below it; move or delete them first, then"
                    + " retry.");
        }
        LdapVerdict.require(deleted, "Deleting " + dn);
        return Outcome.Done.of(dn.toString());
    }

    /** All of them at once: what should be true afterwards, however often it is repeated. */
    private void setMembers(DN dn, Change change, Exchanges exchanges) throws Stopped {
        if (objectType != ObjectType.GROUP || change.members().isEmpty()) {
            return;
        }
        List<String> members = members(change.members().get());
        LDAPResult changed = wire.modify(new ModifyRequest(dn, new Modification(
                ModificationType.REPLACE, config.groups().memberAttribute(), members.toArray(String[]::new))), exchanges);
        refuseWithoutMembers(changed, dn, members);
        LdapVerdict.require(changed, "Setting the members of " + dn);
    }

    private static void refuseWithoutMembers(LDAPResult result, DN dn, List<String> members) throws Stopped {
        if (members.isEmpty() && LdapVerdict.is(result, ResultCode.OBJECT_CLASS_VIOLATION)) {
            throw LdapVerdict.stopped(result, "Leaving " + dn + " without a member (set \"emptyGroupMember\" to allow that)");
        }
    }

    /** What a group lists; its stand-in when it has nobody. */
    private List<String> members(List<String> remoteIds) throws Stopped {
        List<String> members = new ArrayList<>();
        for (String remoteId : remoteIds) {
            members.add(config.groups().memberValue(Branch.dn(remoteId)));
        }
        return members.isEmpty() && objectType == ObjectType.GROUP ? config.groups().placeholder().stream().toList() : members;
    }

    private Optional<DN> known(Change change, Exchanges exchanges) throws Stopped {
        Optional<DN> known = Branch.known(change);
        return known.isPresent() ? known : named.find(change.name(), exchanges);
    }
}
