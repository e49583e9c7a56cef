package dev.throughline.mapping;

import dev.throughline.mapping.Coverage.Fix;
import dev.throughline.mapping.Coverage.Reason;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many workloads are mapped, in one pass over them, and so with cloud resources that were created from
 * an image. What is known of an image is found out once, however many
 * workloads run it. For one thread, once.
 */
final class CoverageCount {
    private static final Comparator<Link> WEAKEST_LAST =
            Comparator.comparing(Link::trust).thenComparing(Link::method);

    private final Mapping mapping;
    private final Running running;
    private final SourceStage source;
    private final RegistryStage registry;

    private final Map<AssetKey, Known> images = new HashMap<>();
    private final Map<LinkMethod, Integer> byMethod = new EnumMap<>(LinkMethod.class);
    private final Map<Trust, Integer> byTrust = new EnumMap<>(Trust.class);
    private final Map<Cause, Tally> reasons = new EnumMap<>(Cause.class);
    private final Map<Subject, Tally> fixes = new HashMap<>();
    private int workloads;
    private int mapped;
    private int partial;
    private int conflicts;

    CoverageCount(Mapping mapping, Running running, SourceStage source, RegistryStage registry) {
        this.mapping = mapping;
        this.running = running;
        this.source = source;
        this.registry = registry;
    }

    Coverage of(RiskGraph graph) {
        for (Asset resource : graph.assetsLike(AssetKind.CLOUD_RESOURCE)) {
            AssetKey key = resource.key();
            if (!graph.outgoing(key, RelationType.CREATED_FROM).isEmpty()) {
                count(key, running.imagesOf(key), running.unresolvedTagsOf(key));
            }
        }
        graph.assets(Workload.class)
                .map(Workload::key)
                .forEach(
                        workload -> count(workload, mapping.imagesRunBy(workload), mapping.unresolvedTagsOf(workload)));
        for (LinkMethod method : LinkMethod.values()) {
            byMethod.putIfAbsent(method, 0);
        }
        for (Trust trust : Trust.values()) {
            byTrust.putIfAbsent(trust, 0);
        }
        return new Coverage(workloads, mapped, partial, conflicts, byMethod, byTrust, reasons(), fixes());
    }

    private void count(AssetKey workload, Set<AssetKey> runs, Set<AssetKey> tags) {
        List<StageGap> gaps = new ArrayList<>(0);
        @Nullable Link weakest = null;
        boolean conflict = false;
        for (AssetKey image : runs) {
            Known known = images.computeIfAbsent(image, this::known);
            if (known.gap != null) {
                gaps.add(known.gap);
            }
            if (known.link != null && (weakest == null || WEAKEST_LAST.compare(known.link, weakest) > 0)) {
                weakest = known.link;
            }
            conflict |= known.conflict;
        }
        if (!tags.isEmpty()) {
            gaps.add(registry.gap(new TreeSet<>(tags)));
        } else if (weakest == null && gaps.isEmpty()) {
            gaps.add(registry.noImageOf(List.of(workload)));
        }
        workloads++;
        if (weakest != null) {
            byMethod.merge(weakest.method(), 1, Integer::sum);
            byTrust.merge(weakest.trust(), 1, Integer::sum);
            mapped += gaps.isEmpty() ? 1 : 0;
            partial += gaps.isEmpty() ? 0 : 1;
            conflicts += conflict ? 1 : 0;
        }
        if (!gaps.isEmpty()) {
            tally(workload, gaps);
        }
    }

    private Known known(AssetKey image) {
        return mapping.origin(image)
                .map(origin -> new Known(origin.strongest(), mapping.isConflict(image), null))
                .orElseGet(() -> new Known(null, false, source.gap(image)));
    }

    private void tally(AssetKey workload, List<StageGap> gaps) {
        gaps.stream()
                .map(StageGap::cause)
                .distinct()
                .forEach(cause ->
                        reasons.computeIfAbsent(cause, c -> new Tally("")).add(workload, true));
        Map<Subject, StageGap> once = gaps.stream()
                .collect(Collectors.toMap(
                        gap -> new Subject(gap.cause(), gap.subject()), Function.identity(), (first, same) -> first));
        once.forEach((subject, gap) ->
                fixes.computeIfAbsent(subject, s -> new Tally(gap.remedy())).add(workload, once.size() == 1));
    }

    private List<Reason> reasons() {
        return reasons.entrySet().stream()
                .map(entry -> new Reason(entry.getKey(), entry.getValue().count(), entry.getValue().examples))
                .sorted(Comparator.comparing(Reason::workloads).reversed().thenComparing(Reason::cause))
                .toList();
    }

    private List<Fix> fixes() {
        return fixes.entrySet().stream()
                .map(entry -> entry.getValue().fix(entry.getKey()))
                .sorted(Comparator.comparing(Fix::maps)
                        .thenComparing(Fix::helps)
                        .reversed()
                        .thenComparing(Fix::cause)
                        .thenComparing(Fix::remedy))
                .toList();
    }

    /** What is known of an image: the strongest link to its repository, or else what is lacking. */
    private record Known(
            @Nullable Link link, boolean conflict, @Nullable StageGap gap) {}

    /** What a fix is about. */
    private record Subject(Cause cause, @Nullable String name) {}

    /** Counts workloads and keeps the first few; they come in the order of their keys. */
    private static final class Tally {
        private static final int EXAMPLES = 3;

        private final String remedy;
        private final List<AssetKey> examples = new ArrayList<>(EXAMPLES);
        private int alone;
        private int amongOthers;

        Tally(String remedy) {
            this.remedy = remedy;
        }

        void add(AssetKey workload, boolean lacksNothingElse) {
            alone += lacksNothingElse ? 1 : 0;
            amongOthers += lacksNothingElse ? 0 : 1;
            if (examples.size() < EXAMPLES) {
                examples.add(workload);
            }
        }

        int count() {
            return alone + amongOthers;
        }

        Fix fix(Subject subject) {
            return new Fix(subject.cause, subject.name, remedy, alone, amongOthers, examples);
        }
    }
}
