package dev.throughline.connector.attestation;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What SLSA provenance says of a build, the same for each version of it.
 *
 * @param builderId {@code builder.id}
 * @param buildType {@code buildType}; of provenance v0.1 {@code recipe.type}
 * @param sourceRepository canonical address of the repository, or the address as it stands if it is of no repository
 * @param sourceRepositoryId id that GitHub gave the repository
 * @param sourceRevision full name of the commit
 * @param sourceRef ref that was built, such as {@code refs/heads/main}
 * @param pipelinePath path of the workflow in the repository
 * @param invocation address of the GitHub run where the document tells it, else the builder's id of the build
 * @param materials what went into the build: {@code materials}, {@code resolvedDependencies} in v1
 */
record Provenance(
        @Nullable String builderId,
        @Nullable String buildType,
        @Nullable String sourceRepository,
        @Nullable String sourceRepositoryId,
        @Nullable String sourceRevision,
        @Nullable String sourceRef,
        @Nullable String pipelinePath,
        @Nullable String invocation,
        List<Fields> materials) {
    /** Of a statement that is no provenance. */
    private static final Provenance NONE = new Provenance(null, null, null, null, null, null, null, null, List.of());

    /** Minor versions and drafts of v1 changed nothing that is read here. */
    private static final Pattern V1 = Pattern.compile("https://slsa\\.dev/provenance/v1(?:[.?#/].*)?");

    private static final Pattern V02 = Pattern.compile("https://slsa\\.dev/provenance/v0\\.2(?:[?#/].*)?");
    private static final Pattern V01 = Pattern.compile("https://slsa\\.dev/provenance/v0\\.1(?:[?#/].*)?");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** {@code owner/repository/path@ref}, as GitHub gives it to a job. */
    private static final Pattern WORKFLOW_REF = Pattern.compile("[^/]+/[^/]+/([^@]+)@.*");

    static Provenance of(String predicateType, Fields predicate, FactSink sink) {
        if (V1.matcher(predicateType).matches()) {
            return v1(predicate, sink);
        }
        if (V02.matcher(predicateType).matches()) {
            return v02(predicate, sink);
        }
        return V01.matcher(predicateType).matches() ? v01(predicate, sink) : NONE;
    }

    private static Provenance v1(Fields predicate, FactSink sink) {
        Fields definition = predicate.object("buildDefinition");
        Fields run = predicate.object("runDetails");
        List<Fields> materials = definition.list("resolvedDependencies");
        Source source = Source.ofParameters(definition.object("externalParameters"))
                .or(() -> Source.ofMaterials(materials))
                .orElse(Source.UNKNOWN);
        String workflow = source.path() == null ? workflow(definition) : source.path();
        String invocation = filled(run.object("metadata").text("invocationId"));
        return of(
                run.object("builder").text("id"),
                definition.text("buildType"),
                source,
                repositoryId(definition.object("internalParameters").get("github"), "repository_id"),
                workflow,
                invocation,
                materials,
                sink);
    }

    /** slsa-github-generator names the workflow only here. */
    private static @Nullable String workflow(Fields definition) {
        String reference = definition.object("internalParameters").scalar("GITHUB_WORKFLOW_REF");
        Matcher matcher = WORKFLOW_REF.matcher(reference == null ? "" : reference);
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static Provenance v02(Fields predicate, FactSink sink) {
        Fields invocation = predicate.object("invocation");
        List<Fields> materials = predicate.list("materials");
        Source source = Source.of(invocation.object("configSource"), "uri", "entryPoint")
                .or(() -> Source.ofMaterials(materials))
                .orElse(Source.UNKNOWN);
        String run = githubRun(source.repository(), invocation.object("environment"));
        return of(
                predicate.object("builder").text("id"),
                predicate.text("buildType"),
                source,
                repositoryId(invocation.get("environment"), "github_repository_id"),
                source.path(),
                run == null ? buildId(predicate) : run,
                materials,
                sink);
    }

    /** The builder writes what it likes there, and only that of GitHub writes this. */
    private static @Nullable String repositoryId(Fields github, String name) {
        return github.node().isObject() && github.get(name).node().isValueNode() ? filled(github.scalar(name)) : null;
    }

    private static @Nullable String githubRun(@Nullable String repository, Fields environment) {
        String run = environment.scalar("github_run_id");
        String attempt = environment.scalar("github_run_attempt");
        if (repository == null
                || repository.contains("://")
                || run == null
                || !NUMBER.matcher(run).matches()) {
            return null;
        }
        boolean counted = attempt != null && NUMBER.matcher(attempt).matches();
        return "https://" + repository + "/actions/runs/" + run + (counted ? "/attempts/" + attempt : "");
    }

    private static Provenance v01(Fields predicate, FactSink sink) {
        Fields recipe = predicate.object("recipe");
        List<Fields> materials = predicate.list("materials");
        Source source = Source.ofMaterials(materials)
                .or(() -> materials.stream().findFirst().flatMap(m -> Source.of(m, "uri", "path")))
                .orElse(Source.UNKNOWN)
                .orRef(googleRef(recipe.get("arguments")));
        return of(
                predicate.object("builder").text("id"),
                recipe.text("type"),
                source,
                null,
                recipe.text("entryPoint"),
                buildId(predicate),
                materials,
                sink);
    }

    /** Google Cloud Build, <em>Substituting variable values</em>. Other builders keep arguments of any type there. */
    private static @Nullable String googleRef(Fields arguments) {
        if (!arguments.node().isObject()) {
            return null;
        }
        Fields substitutions = arguments.object("substitutions");
        String tag = filled(substitutions.text("TAG_NAME"));
        String branch = filled(substitutions.text("BRANCH_NAME"));
        if (tag != null) {
            return "refs/tags/" + tag;
        }
        return branch == null ? null : "refs/heads/" + branch;
    }

    /** The specification and the tools disagree on the case. */
    private static @Nullable String buildId(Fields predicate) {
        Fields metadata = predicate.object("metadata");
        String id = filled(metadata.text("buildInvocationId"));
        return id == null ? filled(metadata.text("buildInvocationID")) : id;
    }

    private static Provenance of(
            @Nullable String builderId,
            @Nullable String buildType,
            Source source,
            @Nullable String sourceRepositoryId,
            @Nullable String pipelinePath,
            @Nullable String invocation,
            List<Fields> materials,
            FactSink sink) {
        return new Provenance(
                filled(builderId),
                filled(buildType),
                source.repository(),
                sourceRepositoryId,
                source.revision(materials, sink),
                source.ref(),
                // BuildKit gives the path of the Dockerfile, which is no pipeline.
                BuildType.isBuildKit(buildType) ? null : filled(pipelinePath),
                invocation,
                materials);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
