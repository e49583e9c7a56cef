package dev.throughline.attack.edge.pipeline;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Branch;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineJob;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * A token that a job can ask for. Sources: GitHub, <em>OpenID Connect reference</em>; GitLab, <em>ID token
 * authentication</em>.
 *
 * @param from what must be held to decide on the subject: an environment, a branch, or the pipeline itself
 * @param subject subject of the token
 * @param isKnown whether the definition was read and says that the job may ask
 */
record TokenRequest(AssetKey from, String subject, boolean isKnown) {
    /** A name that no condition on certain branches fits. */
    private static final String ANY_BRANCH = "throughline-any-branch";
    /** Events of the default branch that people start who may not write to it. */
    private static final List<String> ON_DEFAULT_BRANCH = List.of(
            "pull_request_target", "workflow_run", "issue_comment", "issues", "discussion", "discussion_comment");

    /** The tokens that jobs of a pipeline can ask for, those that need least first. */
    static List<TokenRequest> of(RiskGraph graph, Repository repository, Pipeline pipeline) {
        List<TokenRequest> requests = new ArrayList<>();
        if (pipeline.jobs() == null) {
            boolean asks =
                    pipeline.permissions() != null && pipeline.permissions().contains("id-token: write");
            if (asks || pipeline.permissions() == null) {
                onBranches(graph, repository, pipeline, asks, requests);
            }
            return requests;
        }
        for (PipelineJob job : PipelineJob.of(pipeline)) {
            if (job.idToken() && job.environment() != null && isGitHub(pipeline)) {
                AssetKey environment =
                        AssetKey.inRepository(AssetKind.DEPLOYMENT_ENVIRONMENT, repository.key(), job.environment());
                graph.find(environment, DeploymentEnvironment.class)
                        .ifPresent(e -> requests.add(new TokenRequest(
                                e.key(), subject(repository, "environment:" + job.environment()), true)));
            } else if (job.idToken()) {
                onBranches(graph, repository, pipeline, true, requests);
            }
        }
        return requests;
    }

    private static void onBranches(
            RiskGraph graph, Repository repository, Pipeline pipeline, boolean known, List<TokenRequest> requests) {
        requests.add(new TokenRequest(pipeline.key(), branch(repository, pipeline, ANY_BRANCH), known));
        List<String> triggers = pipeline.triggers() == null ? List.of() : pipeline.triggers();
        if (triggers.contains("pull_request")) {
            requests.add(new TokenRequest(pipeline.key(), subject(repository, "pull_request"), known));
        }
        if (repository.defaultBranch() != null && triggers.stream().anyMatch(ON_DEFAULT_BRANCH::contains)) {
            requests.add(
                    new TokenRequest(pipeline.key(), branch(repository, pipeline, repository.defaultBranch()), known));
        }
        for (Branch branch : graph.targets(repository.key(), RelationType.CONTAINS, Branch.class)) {
            if (branch.name() != null) {
                requests.add(new TokenRequest(branch.key(), branch(repository, pipeline, branch.name()), known));
            }
        }
    }

    private static String branch(Repository repository, Pipeline pipeline, String name) {
        return isGitHub(pipeline)
                ? subject(repository, "ref:refs/heads/" + name)
                : "project_path:" + path(repository) + ":ref_type:branch:ref:" + name;
    }

    private static String subject(Repository repository, String context) {
        return "repo:" + path(repository) + ":" + context;
    }

    private static boolean isGitHub(Pipeline pipeline) {
        return pipeline.path() == null || pipeline.path().startsWith(".github/");
    }

    private static String path(Repository repository) {
        String value = repository.key().value();
        return value.substring(value.indexOf('/') + 1);
    }
}
