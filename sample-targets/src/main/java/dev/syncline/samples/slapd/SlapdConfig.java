package dev.syncline.samples.slapd;

import java.nio.file.Path;

/** The server's configuration file, see slapd.conf(5): durable writes, no limits on results, indexes on what is looked up. */
final class SlapdConfig {

    private SlapdConfig() {}

    static String text(Path folder, String suffix, String bindDn, String password, SlapdIndexes indexes, String tls) {
        return """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/nis.schema
                include /etc/ldap/schema/inetorgperson.schema
                pidfile %1$s/slapd.pid
                modulepath /usr/lib/ldap
                moduleload back_mdb
                sizelimit unlimited
                threads 16
                %6$s
                database mdb
                maxsize 1073741824
                suffix "%2$s"
                rootdn "%3$s"
                rootpw "%4$s"
                directory %1$s/data
                index objectClass,uid,member,memberUid eq
                %5$s
                """
                .formatted(folder, suffix, bindDn, password, indexes.directives(), tls);
    }
}
