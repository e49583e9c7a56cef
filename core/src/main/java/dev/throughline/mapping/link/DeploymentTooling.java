package dev.throughline.mapping.link;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Linker;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What deployment tools say of the objects they apply: the repository that <em>deploys</em> a workload; who built the image
 * is another question. Annotations of Argo CD (<em>Resource Tracking</em>), Flux and Helm name the application that owns the
 * object; those of OpenShift, {@code a8r.io} and Backstage name a repository.
 *
 * <p>Whoever may write the workload may write its annotations and labels, so they are a claim. It is more when the tool's
 * own object lists the workload among what it applied ({@code listedBy}). That is the word of whoever may write the objects
 * of the tool; that the workload was not changed since, it does not prove.
 */
final class DeploymentTooling implements Linker {
    private static final List<String> SOURCE = List.of(
            "org.opencontainers.image.source",
            "app.openshift.io/vcs-uri",
            "a8r.io/repository",
            "backstage.io/source-location");
    private static final List<String> REVISION =
            List.of("org.opencontainers.image.revision", "app.openshift.io/vcs-ref");
    private static final List<String> TOOLS = List.of(
            "argocd.argoproj.io/tracking-id",
            "argocd.argoproj.io/instance",
            "kustomize.toolkit.fluxcd.io/name",
            "kustomize.toolkit.fluxcd.io/namespace",
            "helm.toolkit.fluxcd.io/name",
            "helm.toolkit.fluxcd.io/namespace",
            "meta.helm.sh/release-name",
            "meta.helm.sh/release-namespace");

    @Override
    public void link(RiskGraph graph, Consumer<Link> links) {
        Addresses addresses = new Addresses();
        graph.assets(Workload.class).forEach(workload -> {
            if (workload.annotations() != null) {
                annotated(workload, Settings.byName(workload.annotations()), addresses, links);
            }
        });
        Templates.visit(graph, (made, repository) -> {
            if (Templates.isApplied(made)) {
                graph.find(made.from(), Workload.class)
                        .ifPresent(workload -> links.accept(applied(workload, repository, made)));
            }
        });
    }

    private static void annotated(
            Workload workload, Map<String, String> annotations, Addresses addresses, Consumer<Link> links) {
        for (String name : SOURCE) {
            String value = annotations.get(name);
            AssetKey repository = addresses.repository(address(value));
            if (value != null && repository != null) {
                Map<String, String> fields = tools(annotations);
                fields.put(name, value);
                links.accept(new Link(
                        workload.key(),
                        repository,
                        commit(repository, annotations),
                        null,
                        null,
                        LinkMethod.DEPLOYMENT_TOOLING,
                        new Evidence(
                                "an annotation of the workload names the repository it is deployed from",
                                List.of(workload.key()),
                                fields)));
                return;
            }
        }
    }

    private static Link applied(Workload workload, AssetKey repository, Relation applied) {
        Map<String, String> fields = tools(Settings.byName(workload.annotations()));
        fields.putAll(applied.properties());
        boolean isListed = applied.properties().containsKey("listedBy");
        Link link = new Link(
                workload.key(),
                repository,
                Addresses.commit(repository, applied.properties().get("revision")),
                null,
                null,
                LinkMethod.DEPLOYMENT_TOOLING,
                new Evidence(
                        isListed
                                ? "the deployment tool lists the workload among what it applied from this repository"
                                : "the workload says that a deployment tool applied it from this repository",
                        List.of(workload.key(), applied.to()),
                        fields));
        return isListed ? link.corroborated() : link;
    }

    /** Backstage writes the type of a location in front of it. */
    private static @Nullable String address(@Nullable String value) {
        return value != null && value.startsWith("url:") ? value.substring("url:".length()) : value;
    }

    private static @Nullable AssetKey commit(AssetKey repository, Map<String, String> annotations) {
        return REVISION.stream()
                .map(name -> Addresses.commit(repository, annotations.get(name)))
                .filter(commit -> commit != null)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> tools(Map<String, String> annotations) {
        Map<String, String> fields = new TreeMap<>(annotations);
        fields.keySet().retainAll(TOOLS);
        return fields;
    }
}
