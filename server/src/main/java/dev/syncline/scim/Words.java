package dev.syncline.scim;

import java.util.List;

/** Names of RFC 7643 that this package acts on. */
final class Words {

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

    /** Single texts that become further attributes of the user under the same name, so that conditions and mappings see them. */
    static final List<String> CORE_TEXTS =
            List.of("nickName", "profileUrl", "title", "userType", "preferredLanguage", "locale", "timezone");
    static final List<String> ENTERPRISE_TEXTS = List.of("costCenter", "organization", "division", "department");

    /** What the platform keeps no more of than one value, or nothing; the whole is kept for the client. */
    static final List<String> DOCUMENT = List.of("name", "emails", "phoneNumbers", "ims", "photos", "addresses", "entitlements",
            "roles", "x509Certificates");

    private Words() {}
}
