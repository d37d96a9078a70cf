package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldif.LDIFChangeRecord;
import dev.syncline.connector.WireRequest;
import dev.syncline.connector.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** LDAP messages as text: changes as LDIF (RFC 2849), the rest in the words of RFC 4511. */
final class LdapRecord {

    /** LDIF lines are not folded, so that a value is found and masked in one piece. */
    private static final int UNFOLDED = 0;

    private LdapRecord() {}

    static WireRequest of(ReadOnlyLDAPRequest request) {
        return switch (request) {
            case AddRequest add -> change("ADD", add.getDN(), add.toLDIFChangeRecord());
            case ModifyRequest modify -> change("MODIFY", modify.getDN(), modify.toLDIFChangeRecord());
            case ModifyDNRequest rename -> change("MODIFYDN", rename.getDN(), rename.toLDIFChangeRecord());
            case DeleteRequest delete -> change("DELETE", delete.getDN(), delete.toLDIFChangeRecord());
            case ReadOnlySearchRequest search -> request("SEARCH", search.getBaseDN(), text(search));
            case null, default -> throw new IllegalArgumentException("No text is known for " + request);
        };
    }

    /** The password is left out rather than left to masking. */
    static WireRequest bind(String dn) {
        return request("BIND", dn, "version: 3\nname: " + dn + "\nauthentication: simple\n");
    }

    static WireResponse of(LDAPResult result) {
        var body = new StringBuilder();
        line(body, "diagnosticMessage", result.getDiagnosticMessage());
        line(body, "matchedDN", result.getMatchedDN());
        for (String referral : result.getReferralURLs()) {
            line(body, "referral", referral);
        }
        if (result instanceof SearchResult found && found.getSearchEntries() != null) {
            for (SearchResultEntry entry : found.getSearchEntries()) {
                body.append(PasswordAttributes.masked(entry).toLDIFString(UNFOLDED)).append('\n');
            }
        }
        return new WireResponse(LdapVerdict.code(result), Map.of(), body.toString());
    }

    private static WireRequest change(String operation, String dn, LDIFChangeRecord record) {
        return request(operation, dn, record.toLDIFString(UNFOLDED));
    }

    private static WireRequest request(String operation, String dn, String body) {
        return new WireRequest("LDAP", operation, dn, Map.of(), body);
    }

    private static String text(ReadOnlySearchRequest search) {
        List<String> lines = new ArrayList<>();
        lines.add("base: " + search.getBaseDN());
        lines.add("scope: " + search.getScope().getName());
        lines.add("filter: " + search.getFilter());
        lines.add("attributes: " + String.join(" ", search.getAttributeList()));
        return String.join("\n", lines) + "\n";
    }

    private static void line(StringBuilder body, String name, String value) {
        if (value != null && !value.isEmpty()) {
            body.append(name).append(": ").append(value).append('\n');
        }
    }
}
