package dev.throughline.finding;

import com.google.common.collect.ListMultimap;
import dev.throughline.attack.PathFinder;
import dev.throughline.finding.Surroundings.Exposure;
import dev.throughline.finding.Surroundings.Presence;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each place once, however many weaknesses it has: the time is that of the places and of what runs them, not of
 * their product. For one thread.
 */
final class Places {
    /** A finding shows the first of those that gave it a factor; it names all that run it besides. */
    private static final int SHOWN = 100;

    private static final List<String> LEVELS = List.of("very-high", "high", "medium", "low");

    private final Mapping mapping;
    private final FactorIndex factors;
    private final PathFinder fromOutside;
    private final ListMultimap<AssetKey, String> pathsThrough;
    private final boolean workloadsRead;
    private final Map<AssetKey, Place> places = new HashMap<>();

    Places(
            RiskGraph graph,
            Mapping mapping,
            FactorIndex factors,
            PathFinder fromOutside,
            ListMultimap<AssetKey, String> pathsThrough) {
        this.mapping = mapping;
        this.factors = factors;
        this.fromOutside = fromOutside;
        this.pathsThrough = pathsThrough;
        this.workloadsRead = graph.assets(Workload.class).findAny().isPresent();
    }

    Place at(AssetKey asset) {
        Place known = places.get(asset);
        if (known == null) {
            known = look(asset);
            places.put(asset, known);
        }
        return known;
    }

    private Place look(AssetKey asset) {
        Set<AssetKey> runners = factors.runnersOf(asset);
        List<Verdict> held = factors.inherited(asset);
        return new Place(
                asset,
                repositoryOf(asset),
                surroundings(
                        held,
                        presence(asset, runners),
                        exposure(runners),
                        runners.stream()
                                .mapToDouble(fromOutside::probability)
                                .max()
                                .orElse(0),
                        runners.size()),
                shown(held),
                List.copyOf(runners),
                paths(runners));
    }

    static Surroundings surroundings(
            List<Verdict> held, Presence presence, Exposure exposure, double reached, int runners) {
        Set<Factor> factors = new HashSet<>();
        held.forEach(verdict -> factors.add(verdict.factor()));
        return new Surroundings(presence, exposure, reached, factors, criticality(held), runners);
    }

    /** The highest level any of them has. */
    private static @Nullable String criticality(List<Verdict> held) {
        return held.stream()
                .filter(verdict -> verdict.factor().equals(Factor.CRITICAL_RESOURCE))
                .map(verdict -> verdict.evidence().fields().getOrDefault("level", "high"))
                .min(Comparator.comparingInt(LEVELS::indexOf))
                .orElse(null);
    }

    private static List<Verdict> shown(List<Verdict> held) {
        Map<Factor, Integer> counts = new HashMap<>();
        List<Verdict> shown = new ArrayList<>();
        for (Verdict verdict : held) {
            if (counts.merge(verdict.factor(), 1, Integer::sum) <= SHOWN) {
                shown.add(verdict);
            }
        }
        return shown;
    }

    private @Nullable AssetKey repositoryOf(AssetKey asset) {
        return asset.mayBe(AssetKind.REPOSITORY)
                ? asset
                : mapping.origin(asset).map(Candidate::repository).orElse(null);
    }

    private Presence presence(AssetKey asset, Set<AssetKey> runners) {
        if (!runners.isEmpty()) {
            return Presence.RUNNING;
        }
        boolean isImage = asset.mayBe(AssetKind.CONTAINER_IMAGE) || asset.mayBe(AssetKind.IMAGE_INDEX);
        boolean builtImages =
                asset.mayBe(AssetKind.REPOSITORY) && !mapping.imagesOf(asset).isEmpty();
        return workloadsRead && (isImage || builtImages) ? Presence.NOT_DEPLOYED : Presence.UNKNOWN;
    }

    private Exposure exposure(Set<AssetKey> runners) {
        Exposure most = Exposure.NONE;
        for (AssetKey runner : runners) {
            Verdict verdict = factors.of(runner, Factor.INTERNET_EXPOSED);
            Exposure exposure = verdict.isYes()
                    ? "narrow".equals(verdict.evidence().fields().get("width")) ? Exposure.NARROW : Exposure.WIDE
                    : verdict.answer() == Answer.UNKNOWN ? Exposure.UNKNOWN : Exposure.NONE;
            most = exposure.compareTo(most) < 0 ? exposure : most;
        }
        return most;
    }

    private List<String> paths(Collection<AssetKey> runners) {
        Set<String> paths = new LinkedHashSet<>();
        runners.forEach(runner -> paths.addAll(pathsThrough.get(runner)));
        return List.copyOf(paths);
    }
}
