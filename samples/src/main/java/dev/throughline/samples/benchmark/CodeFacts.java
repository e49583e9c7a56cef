package dev.throughline.samples.benchmark;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ImageReference;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a code host says of a service: repository, pipeline, run, commit, and the image that the run pushed. */
final class CodeFacts implements ServiceFacts {
    private static final Instant FIRST_PUSH = Instant.parse("2026-01-05T08:00:00Z");

    @Override
    public void tell(Service service, FactSink sink) {
        AssetKey organization = AssetKey.organization("github.com", service.organization());
        AssetKey team = AssetKey.of(AssetKind.TEAM, "github.com/" + service.organization() + "/" + service.team());
        AssetKey repository = service.repository();
        AssetKey pipeline = AssetKey.inRepository(AssetKind.PIPELINE, repository, ".github/workflows/release.yml");
        AssetKey run = AssetKey.run(repository, String.valueOf(100_000_000L * service.release() + service.number()));
        String sha = Service.hex("commit " + service.number() + " " + service.release())
                .substring(0, 40);
        AssetKey commit = AssetKey.commit(repository, sha);
        AssetKey tag = AssetKey.imageTag(ImageReference.parse(
                "ghcr.io/" + service.organization() + "/" + service.name() + ":" + service.version()));
        Instant pushedAt = FIRST_PUSH.plusSeconds(86_400L * service.release() + service.number());

        sink.accept(AssetKind.REPOSITORY.create(
                repository,
                Map.of("name", service.name(), "defaultBranch", "main", "archived", false, "pushedAt", pushedAt)));
        sink.accept(AssetKind.PIPELINE.create(
                pipeline,
                Map.of(
                        "name",
                        "Release " + service.version(),
                        "path",
                        ".github/workflows/release.yml",
                        "state",
                        "active",
                        "triggers",
                        List.of("push"))));
        sink.accept(AssetKind.PIPELINE_RUN.create(
                run, Map.of("event", "push", "conclusion", "success", "branch", "main", "startedAt", pushedAt)));
        sink.accept(AssetKind.COMMIT.create(commit, Map.of("sha", sha, "committedAt", pushedAt)));
        sink.accept(new Relation(organization, RelationType.CONTAINS, repository));
        sink.accept(new Relation(team, RelationType.OWNS, repository, Map.of("pattern", "*")));
        sink.accept(new Relation(repository, RelationType.DEFINES, pipeline));
        sink.accept(new Relation(repository, RelationType.CONTAINS, commit));
        sink.accept(new Relation(pipeline, RelationType.RAN, run));
        sink.accept(new Relation(run, RelationType.ON_COMMIT, commit));
        sink.accept(new Relation(run, RelationType.PUSHED, service.image(), Map.of("method", "container-mapping")));
        sink.accept(new Relation(tag, RelationType.TAGGED, service.image()));
    }
}
