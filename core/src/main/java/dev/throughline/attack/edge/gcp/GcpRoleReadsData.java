package dev.throughline.attack.edge.gcp;

import com.google.common.collect.ImmutableList;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.gcp.GcpPowers.Power;
import dev.throughline.model.Asset;
import dev.throughline.model.DataStore;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder read the objects of a bucket or the tables of a dataset, or give itself the right to. */
final class GcpRoleReadsData implements AttackEdge {
    static final GcpPowers POWERS = new GcpPowers(
            ImmutableList.of(
                    new Power("storage.objects.get", Likelihood.TRIVIAL, "read its objects"),
                    new Power("storage.buckets.setIamPolicy", Likelihood.EASY, "let itself read its objects"),
                    new Power("bigquery.tables.getData", Likelihood.TRIVIAL, "read its tables"),
                    new Power("cloudsql.users.update", Likelihood.EASY, "set the password of its users")),
            GcpRoleReadsData::gives);

    @Override
    public List<String> techniques() {
        return List.of("T1530");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }

    private static boolean gives(Power power, Asset asset) {
        String service = power.permission().substring(0, power.permission().indexOf('.'));
        return asset instanceof DataStore && asset.key().text().startsWith("cloud://" + service + ".");
    }
}
