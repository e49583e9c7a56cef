package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An Application of Argo CD (argoproj.io/v1alpha1).
 *
 * @param sources its sources in Git; charts of Helm and OCI registries are left out
 * @param resources what it applied
 */
record ArgoApplication(List<GitSource> sources, List<Resource> resources) {
    private static final ArgoApplication ELSEWHERE = new ArgoApplication(List.of(), List.of());

    /**
     * A workload that Argo CD applied.
     *
     * @param workload its name
     * @param isSynced whether it is as the revision says; if not, an earlier one was applied, or someone changed it
     */
    record Resource(WorkloadName workload, boolean isSynced) {
        static Stream<Resource> of(Fields resource) {
            WorkloadName workload = WorkloadName.of(
                    resource.text("namespace"),
                    resource.text("group"),
                    resource.requiredText("kind"),
                    resource.requiredText("name"));
            boolean isSynced = "Synced".equals(resource.text("status"));
            return Stream.ofNullable(workload).map(w -> new Resource(w, isSynced));
        }
    }

    static ArgoApplication of(Manifest manifest) {
        if (!isForThisCluster(manifest.spec().object("destination"))) {
            return ELSEWHERE;
        }
        return new ArgoApplication(
                sources(manifest),
                manifest.status().list("resources").stream()
                        .flatMap(Resource::of)
                        .toList());
    }

    /** Argo CD knows the cluster it runs in by an address and a name of their own. Others may be any cluster. */
    private static boolean isForThisCluster(Fields destination) {
        String server = destination.text("server");
        if (server == null || server.isEmpty()) {
            return "in-cluster".equals(destination.text("name"));
        }
        return server.equals("https://kubernetes.default.svc");
    }

    /** Of an application that has {@code sources}, Argo CD ignores {@code source}. */
    private static List<GitSource> sources(Manifest manifest) {
        Fields sync = manifest.status().object("sync");
        List<Fields> several = manifest.spec().list("sources");
        if (several.isEmpty()) {
            Fields single = manifest.spec().object("source");
            return isGit(single) ? List.of(source(single, sync.text("revision"))) : List.of();
        }
        List<String> revisions = sync.strings("revisions");
        List<GitSource> sources = new ArrayList<>();
        for (int i = 0; i < several.size(); i++) {
            if (isGit(several.get(i))) {
                sources.add(source(several.get(i), i < revisions.size() ? revisions.get(i) : null));
            }
        }
        return List.copyOf(sources);
    }

    private static boolean isGit(Fields source) {
        String chart = source.text("chart");
        String url = source.text("repoURL");
        return (chart == null || chart.isEmpty()) && url != null && !url.startsWith("oci://");
    }

    private static GitSource source(Fields source, @Nullable String revision) {
        return new GitSource(GitSource.repository(source, "repoURL"), source.text("path"), revision);
    }
}
