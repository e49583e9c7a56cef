package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Commit;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Pipeline;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * That a code host recorded the deployment of a commit.
 *
 * @param repository the repository that deployed
 * @param commit the commit, of this repository
 * @param pipeline the pipeline that deployed, if the record names a run
 * @param run the run that deployed, if the record names one
 * @param record the relation to the environment
 */
record EnvironmentDeployment(
        AssetKey repository,
        AssetKey commit,
        @Nullable AssetKey pipeline,
        @Nullable AssetKey run,
        Relation record) {

    /** Shows every deployment of a commit or by a run. */
    static void visit(RiskGraph graph, Consumer<EnvironmentDeployment> visitor) {
        graph.assets(DeploymentEnvironment.class).forEach(environment -> {
            for (Relation record : graph.incoming(environment.key(), RelationType.DEPLOYED_TO)) {
                if (record.from().mayBe(AssetKind.COMMIT)
                        && record.from().value().indexOf('@') > 0) {
                    ofCommit(graph, record, visitor);
                } else if (record.from().mayBe(AssetKind.PIPELINE_RUN)) {
                    ofRun(graph, record, visitor);
                }
            }
        });
    }

    /** A fork shows the commits of what it was forked from, so commit and environment have to be of one repository. */
    private static void ofCommit(RiskGraph graph, Relation record, Consumer<EnvironmentDeployment> visitor) {
        AssetKey repository = Commits.repository(record.from());
        for (Repository holder : graph.sources(record.to(), RelationType.CONTAINS, Repository.class)) {
            if (holder.key().equals(repository)) {
                visitor.accept(new EnvironmentDeployment(repository, record.from(), null, null, record));
            }
        }
    }

    /** A run for a fork is on a commit of the fork, and says nothing of the repository. */
    private static void ofRun(RiskGraph graph, Relation record, Consumer<EnvironmentDeployment> visitor) {
        List<Commit> commits = graph.targets(record.from(), RelationType.ON_COMMIT, Commit.class);
        if (commits.size() != 1) {
            return;
        }
        AssetKey commit = commits.get(0).key();
        for (Pipeline pipeline : graph.sources(record.from(), RelationType.RAN, Pipeline.class)) {
            for (Repository repository : graph.sources(pipeline.key(), RelationType.DEFINES, Repository.class)) {
                if (repository.key().equals(Commits.repository(commit))) {
                    visitor.accept(
                            new EnvironmentDeployment(repository.key(), commit, pipeline.key(), record.from(), record));
                }
            }
        }
    }

    @Nullable
    String cluster() {
        String cluster = record.properties().get("cluster");
        return cluster == null ? null : cluster.toLowerCase(Locale.ROOT);
    }

    @Nullable
    String namespace() {
        return record.properties().get("namespace");
    }

    @Nullable
    String host() {
        String host = record.properties().get("host");
        return host == null ? null : host.toLowerCase(Locale.ROOT);
    }

    /** When it was recorded; empty if that is not known. */
    String createdAt() {
        return record.properties().getOrDefault("createdAt", "");
    }

    /** Whether nothing that is told of the place says that it is another. */
    boolean fits(WorkloadPlace place) {
        return (cluster() == null || place.cluster().equals(cluster()))
                && (namespace() == null || place.namespace().equals(namespace()));
    }
}
