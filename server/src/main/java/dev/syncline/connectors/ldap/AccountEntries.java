package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Unsupported;
import java.util.List;
import java.util.Optional;

/** What is done to an account's entry. */
final class AccountEntries {

    private final LdapConfig config;
    private final LdapWire wire;
    private final EntryAttributes attributes;
    private final Adoption adoption;
    private final Renaming renaming;
    private final Memberships memberships;

    AccountEntries(LdapConfig config, LdapWire wire) {
        this.config = config;
        this.wire = wire;
        this.attributes = new EntryAttributes(config.accounts());
        this.memberships = new Memberships(config.groups(), wire);
        this.adoption = new Adoption(config.conflict(), config.accounts(), wire, attributes);
        this.renaming = new Renaming(config.accounts(), wire, memberships);
    }

    Outcome apply(Change change, Exchanges exchanges) throws Stopped {
        return switch (change.action()) {
            case CREATE -> create(change, exchanges);
            case UPDATE -> update(change, exchanges);
            case DELETE -> delete(change, exchanges);
            case ENABLE, DISABLE -> enableOrDisable(change, exchanges);
        };
    }

    /** One request where the entry is new, and one for each group. */
    private Outcome create(Change change, Exchanges exchanges) throws Stopped {
        attributes.requireOneName(change);
        DN dn = config.accounts().dnOf(change);
        LDAPResult added = wire.add(new AddRequest(dn, attributes.ofNewEntry(change)), exchanges);
        Optional<String> note = Optional.empty();
        if (LdapVerdict.is(added, ResultCode.ENTRY_ALREADY_EXISTS)) {
            note = Optional.of(adoption.adoptOrRefuse(dn, change, added, exchanges));
        } else {
            LdapVerdict.require(added, "Adding " + dn);
        }
        memberships.change(dn, change, exchanges);
        return new Outcome.Done(Optional.of(dn.toString()), note);
    }

    private Outcome update(Change change, Exchanges exchanges) throws Stopped {
        attributes.requireOneName(change);
        DN dn = renaming.toWanted(known(change), change, exchanges);
        modify(dn, attributes.modifications(change), exchanges);
        List<String> notes = memberships.change(dn, change, exchanges);
        return new Outcome.Done(Optional.of(dn.toString()), notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes)));
    }

    private Outcome delete(Change change, Exchanges exchanges) throws Stopped {
        DN dn = known(change);
        LDAPResult deleted = wire.delete(new DeleteRequest(dn), exchanges);
        boolean gone = LdapVerdict.is(deleted, ResultCode.NO_SUCH_OBJECT);
        if (!gone) {
            LdapVerdict.require(deleted, "Deleting " + dn);
        }
        memberships.forget(dn, exchanges);
        return gone ? Outcome.Done.noted("There was no entry " + dn + ".") : Outcome.Done.of(dn.toString());
    }

    private Outcome enableOrDisable(Change change, Exchanges exchanges) throws Stopped {
        LdapConfig.DisableRule rule = config.disabling()
                .orElseThrow(() -> Unsupported.action(change.action(), "Set its disabling attribute and value first."));
        DN dn = known(change);
        boolean disable = change.action() == Action.DISABLE;
        LDAPResult modified = wire.modify(new ModifyRequest(dn, switching(rule, disable)), exchanges);
        if (disable && LdapVerdict.is(modified, ResultCode.NO_SUCH_OBJECT)) {
            return Outcome.Done.noted("There was no entry " + dn + " to disable.");
        }
        LdapVerdict.require(modified, (disable ? "Disabling " : "Enabling ") + dn);
        return Outcome.Done.of(dn.toString());
    }

    private void modify(DN dn, List<Modification> modifications, Exchanges exchanges) throws Stopped {
        if (!modifications.isEmpty()) {
            LdapVerdict.require(wire.modify(new ModifyRequest(dn, modifications), exchanges), "Changing " + dn);
        }
    }

    private static Modification switching(LdapConfig.DisableRule rule, boolean disable) {
        Optional<String> value = disable ? Optional.of(rule.disabled()) : rule.enabled();
        return new Modification(ModificationType.REPLACE, rule.attribute(), value.stream().toArray(String[]::new));
    }

    private DN known(Change change) throws Stopped {
        return Branch.known(change).orElse(config.dnOf(change.name()));
    }
}
