package dev.throughline.connector.kubernetes;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The repositories that Argo CD and Flux say they applied workloads from. */
final class GitOpsFacts implements NamespaceFacts {
    private final Keys keys;
    private final Dump dump;
    private final Map<WorkloadName, List<Applied>> applied = new HashMap<>();

    GitOpsFacts(Keys keys, Dump dump) {
        this.keys = keys;
        this.dump = dump;
        dump.argoApplications.all().forEach(this::application);
        dump.fluxKustomizations.all().forEach(this::kustomization);
        dump.fluxHelmReleases.all().forEach(this::helmRelease);
    }

    /**
     * What a tool says of a workload.
     *
     * @param by kind of the object that says so
     * @param name its name
     * @param sources where the workload was applied from; which of several is not said
     * @param isAtRevision whether the workload is as their revisions say
     * @param isListed whether the object itself lists the workload; if not, a label of the workload names the object
     */
    private record Applied(
            ObjectKind by, ObjectName name, List<GitSource> sources, boolean isAtRevision, boolean isListed) {
        String application() {
            return by.apiName() + " " + name.namespace() + "/" + name.name();
        }
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        for (RunningWorkload workload : here.all()) {
            Map<AssetKey, Properties> byRepository = new TreeMap<>();
            for (Applied said : applied(workload)) {
                for (GitSource source : said.sources()) {
                    byRepository
                            .computeIfAbsent(source.repository(), r -> new Properties())
                            .add("application", said.application())
                            .add("listedBy", said.isListed() ? said.application() : null)
                            .add("path", source.path())
                            .add("revision", said.isAtRevision() ? source.revision() : null);
                }
            }
            byRepository.forEach((repository, properties) -> sink.accept(new Relation(
                    keys.workload(workload.name()), RelationType.PROVISIONED_BY, repository, properties.joined())));
        }
    }

    private void application(ObjectName name, ArgoApplication application) {
        for (ArgoApplication.Resource resource : application.resources()) {
            add(
                    resource.workload(),
                    new Applied(ObjectKind.ARGO_APPLICATION, name, application.sources(), resource.isSynced(), true));
        }
    }

    private void kustomization(ObjectName name, FluxKustomization kustomization) {
        GitSource source = source(kustomization.source(), kustomization.path(), kustomization.revision());
        if (source != null) {
            Applied said = new Applied(ObjectKind.FLUX_KUSTOMIZATION, name, List.of(source), true, true);
            kustomization.workloads().forEach(workload -> add(workload, said));
        }
    }

    private void helmRelease(ObjectName name, FluxHelmRelease release) {
        GitSource source = source(release.source(), release.chart(), null);
        if (source != null) {
            Applied said = new Applied(ObjectKind.FLUX_HELM_RELEASE, name, List.of(source), true, true);
            release.workloads().forEach(workload -> add(workload, said));
        }
    }

    private List<Applied> applied(RunningWorkload workload) {
        List<Applied> all = new ArrayList<>(applied.getOrDefault(workload.name(), List.of()));
        Applied labelled = labelled(workload.helmRelease());
        if (labelled != null) {
            all.add(labelled);
        }
        return all;
    }

    /** Flux labels what it renders, and anybody who may write a workload can write the label. */
    private @Nullable Applied labelled(@Nullable ObjectName name) {
        FluxHelmRelease release = name == null ? null : dump.fluxHelmReleases.get(name);
        GitSource source = release == null ? null : source(release.source(), release.chart(), null);
        return name == null || source == null
                ? null
                : new Applied(ObjectKind.FLUX_HELM_RELEASE, name, List.of(source), true, false);
    }

    /** Where Flux takes manifests from; null if the dump does not tell the address. */
    private @Nullable GitSource source(@Nullable ObjectName name, @Nullable String path, @Nullable String revision) {
        FluxGitRepository git = name == null ? null : dump.fluxGitRepositories.get(name);
        return git == null ? null : new GitSource(git.repository(), path, revision);
    }

    private void add(WorkloadName workload, Applied said) {
        applied.computeIfAbsent(workload, w -> new ArrayList<>()).add(said);
    }

    /** Properties of a relation. What several sources say differently stands side by side, separated by commas. */
    private static final class Properties {
        private final Map<String, TreeSet<String>> values = new TreeMap<>();

        Properties add(String name, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                values.computeIfAbsent(name, n -> new TreeSet<>()).add(value);
            }
            return this;
        }

        Map<String, String> joined() {
            Map<String, String> joined = new TreeMap<>();
            values.forEach((name, all) -> joined.put(name, String.join(",", all)));
            return joined;
        }
    }
}
