package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind.Area;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import dev.throughline.risk.Verdict.Answer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells what paths could not be found from, because nobody said it. Takes time in the number of assets. */
final class MissingInputs {
    private static final Set<Area> RUNTIME = EnumSet.of(Area.KUBERNETES, Area.CLOUD);

    private final RiskGraph graph;
    private final FactorIndex factors;
    private final AttackGraph attacks;

    MissingInputs(RiskGraph graph, FactorIndex factors, AttackGraph attacks) {
        this.graph = graph;
        this.factors = factors;
        this.attacks = attacks;
    }

    /** What is missing for paths between some assets: sentences, the one that matters most first. */
    List<String> sentences(Set<AssetKey> entries, Set<AssetKey> targets) {
        List<String> missing = new ArrayList<>();
        if (entries.stream().allMatch(entry -> attacks.stepsFrom(entry).isEmpty())) {
            missing.add("no entry: no attack step begins at " + either(entries));
        }
        if (targets.isEmpty()) {
            missing.add("no target: nothing that was asked for is critical or sensitive");
        } else if (targets.stream().noneMatch(target -> attacks.number(target) >= 0)) {
            missing.add("no target: no attack step leads to any of the " + targets.size() + " targets");
        }
        addSources(missing);
        addUnknownMembers(missing);
        addUnknownExposure(missing);
        return missing;
    }

    private static String either(Set<AssetKey> entries) {
        return entries.isEmpty()
                ? "what was asked for"
                : String.join(
                        " or ", entries.stream().limit(3).map(AssetKey::text).toList());
    }

    private void addSources(List<String> missing) {
        Set<Area> areas = areas();
        if (RUNTIME.stream().noneMatch(areas::contains)) {
            missing.add("nothing that runs: no source told of a cluster or a cloud");
        }
        if (!areas.contains(Area.SOURCE)) {
            missing.add("no code: no source told of a repository");
        }
        if (!areas.contains(Area.WEAKNESS)) {
            missing.add("no weakness: no source told of a vulnerability, a leaked secret or another finding");
        }
        if (!areas.contains(Area.DATA)) {
            missing.add("no data: no source told of a data store, and nobody classified what is sensitive or critical");
        }
    }

    private Set<Area> areas() {
        Set<Area> areas = EnumSet.noneOf(Area.class);
        graph.assets().forEach(asset -> areas.add(asset.kind().area()));
        return areas;
    }

    private void addUnknownMembers(List<String> missing) {
        long unknown = attacks.assets().stream()
                .filter(this::isCloudGroup)
                .filter(group -> !attacks.stepsFrom(group).isEmpty())
                .filter(group -> graph.incoming(group, RelationType.MEMBER_OF).isEmpty())
                .count();
        if (unknown > 0) {
            missing.add("members: nobody is known to be in " + unknown
                    + (unknown == 1 ? " cloud group that holds roles" : " cloud groups that hold roles"));
        }
    }

    /** In AWS an empty list of members is known to be empty. */
    private boolean isCloudGroup(AssetKey key) {
        return key.text().startsWith("cloud:group:")
                || (key.text().startsWith("cloud:entra/")
                        && graph.find(key, IdentityGroup.class).isPresent());
    }

    private void addUnknownExposure(List<String> missing) {
        long unknown = graph.assets(Workload.class)
                .filter(workload ->
                        factors.of(workload.key(), Factor.INTERNET_EXPOSED).answer() == Answer.UNKNOWN)
                .count();
        if (unknown > 0) {
            missing.add("exposure: whether the internet reaches " + unknown
                    + (unknown == 1 ? " workload" : " workloads") + " is not known");
        }
    }
}
