package dev.throughline.attack.edge.azure;

import com.google.common.collect.ImmutableMap;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.azure.AzurePowers.Power;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder read data, take the keys that open a store, or make itself the administrator of a server. */
final class AzureRoleReadsData implements AttackEdge {
    private static final Power BLOBS = new Power(
            "data:Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
            Likelihood.TRIVIAL,
            "read its blobs");

    static final AzurePowers POWERS = new AzurePowers(ImmutableMap.of(
            "microsoft.storage/storageaccounts",
            List.of(
                    BLOBS,
                    new Power(
                            "Microsoft.Storage/storageAccounts/listKeys/action",
                            Likelihood.TRIVIAL,
                            "take the keys of the account"),
                    new Power(
                            "Microsoft.Storage/storageAccounts/listAccountSas/action",
                            Likelihood.TRIVIAL,
                            "sign links to all of the account")),
            "microsoft.storage/storageaccounts/blobservices/containers",
            List.of(BLOBS),
            "microsoft.sql/servers",
            server("Microsoft.Sql/servers"),
            "microsoft.dbforpostgresql/flexibleservers",
            server("Microsoft.DBforPostgreSQL/flexibleServers"),
            "microsoft.dbformysql/flexibleservers",
            server("Microsoft.DBforMySQL/flexibleServers"),
            "microsoft.documentdb/databaseaccounts",
            List.of(
                    new Power(
                            "Microsoft.DocumentDB/databaseAccounts/listKeys/action",
                            Likelihood.TRIVIAL,
                            "take the keys of the account"),
                    new Power(
                            "Microsoft.DocumentDB/databaseAccounts/readonlykeys/action",
                            Likelihood.TRIVIAL,
                            "take the keys for reading"))));

    private static List<Power> server(String type) {
        return List.of(
                new Power(type + "/write", Likelihood.EASY, "reset the password of its administrator"),
                new Power(type + "/administrators/write", Likelihood.EASY, "make itself its administrator"));
    }

    @Override
    public List<String> techniques() {
        return List.of("T1530");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }
}
