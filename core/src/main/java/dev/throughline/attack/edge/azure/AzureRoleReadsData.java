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
    static final AzurePowers POWERS = new AzurePowers(ImmutableMap.of(
            "microsoft.storage/storageaccounts",
            List.of(
                    new Power(
                            "data:Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
                            Likelihood.TRIVIAL,
                            "read its blobs"),
                    new Power(
                            "Microsoft.Storage/storageAccounts/listKeys/action",
                            Likelihood.TRIVIAL,
                            "take the keys of the account")),
            "microsoft.storage/storageaccounts/blobservices/containers",
            List.of(new Power(
                    "data:Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
                    Likelihood.TRIVIAL,
                    "read its blobs")),
            "microsoft.sql/servers",
            List.of(
                    new Power(
                            "Microsoft.Sql/servers/write", Likelihood.EASY, "reset the password of its administrator"),
                    new Power(
                            "Microsoft.Sql/servers/administrators/write",
                            Likelihood.EASY,
                            "make itself its administrator")),
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

    @Override
    public List<String> techniques() {
        return List.of("T1530");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }
}
