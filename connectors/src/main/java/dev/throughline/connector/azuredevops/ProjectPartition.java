package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.export.ExportFolder;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Project;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.Visibility;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One project and everything in it. */
final class ProjectPartition implements Partition {
    private final Collection organization;
    private final String project;
    private final @Nullable Visibility visibility;
    private final ExportFolder export;

    ProjectPartition(Collection organization, Fields listed, ExportFolder export) {
        this.organization = organization;
        this.project = listed.requiredText("name");
        this.visibility = visibility(listed.text("visibility"));
        this.export = export;
        if (project.contains("/") || project.contains("\\") || project.startsWith(".")) {
            throw new WrongShape(listed.pointer() + "/name", "expected the name of a project");
        }
    }

    private static @Nullable Visibility visibility(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return name.equals("public") ? Visibility.PUBLIC : Visibility.PRIVATE;
    }

    @Override
    public String name() {
        return "projects/" + project;
    }

    @Override
    public Completeness read(FactSink sink) {
        AssetKey key = organization.project(project);
        sink.accept(new Project(key, project, visibility));
        sink.accept(new Relation(organization.key(), RelationType.CONTAINS, key));
        if (!export.hasFolder(name())) {
            return Completeness.partial(name() + " is only listed, its folder is not there");
        }
        Reading reading = new Reading(export, sink);
        Map<String, Repository> repositories = new LinkedHashMap<>();
        reading.list(
                name() + "/repositories", "value", (repository, facts) -> repository(repository, repositories, facts));
        new PolicyReader(repositories, reading).read(name());
        Map<Long, AssetKey> pipelines = new PipelineReader(organization, project, repositories, reading).read(name());
        new ResourceReader(organization, project, pipelines, reading).read(name());
        new AdvancedSecurity(repositories, reading).read(name());
        return reading.completeness();
    }

    private void repository(Fields listed, Map<String, Repository> repositories, FactSink sink) {
        String title = listed.requiredText("name");
        AssetKey key = organization.repository(project, title);
        String branch = listed.text("defaultBranch");
        Repository repository = new Repository(
                key,
                title,
                listed.text("id"),
                listed.text("webUrl"),
                visibility,
                branch == null ? null : branch.replaceFirst("^refs/heads/", ""),
                listed.bool("isDisabled"),
                listed.bool("isFork"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        repositories.put(listed.requiredText("id"), repository);
        sink.accept(repository);
        sink.accept(new Relation(organization.project(project), RelationType.CONTAINS, key));
    }
}
