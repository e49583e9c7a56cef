package dev.throughline.risk.factor;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Types of resources and parts of native ids by which providers name managed databases. */
final class DatabaseTypes {
    private static final List<String> PARTS = List.of(
            "::rds::",
            "::dynamodb::",
            "::docdb::",
            "::neptune::",
            "::redshift::",
            ":rds:",
            ":dynamodb:",
            ":redshift:",
            "microsoft.sql/",
            "microsoft.dbforpostgresql/",
            "microsoft.dbformysql/",
            "microsoft.dbformariadb/",
            "microsoft.documentdb/",
            "sqladmin.googleapis.com",
            "spanner.googleapis.com",
            "bigtableadmin.googleapis.com",
            "bigquery.googleapis.com",
            "firestore.googleapis.com",
            "alloydb.googleapis.com");

    /** Names that AWS has for them alone; that of RDS is followed by the engine. */
    private static final Set<String> SERVICES = Set.of("rds", "dynamodb", "redshift", "elasticache", "memorydb");

    private DatabaseTypes() {}

    static boolean isDatabase(String typeOrId) {
        String text = typeOrId.toLowerCase(Locale.ROOT);
        int space = text.indexOf(' ');
        return SERVICES.contains(space < 0 ? text : text.substring(0, space))
                || PARTS.stream().anyMatch(text::contains);
    }
}
