package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.ExportFolder;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Developer;
import dev.throughline.model.Organization;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Team;
import java.util.Locale;
import java.util.Map;

/** The organization itself, its teams, its packages and the records of its artifacts. */
final class OrganizationPartition implements Partition {
    private final Owner owner;
    private final ExportFolder export;

    OrganizationPartition(Owner owner, ExportFolder export) {
        this.owner = owner;
        this.export = export;
    }

    @Override
    public String name() {
        return "organization";
    }

    @Override
    public Completeness read(FactSink sink) {
        Reading reading = new Reading(export, sink);
        sink.accept(new Organization(owner.key(), null, null, null, null));
        reading.document("organization", this::organization);
        reading.list("teams", null, this::team);
        for (String slug : export.folders("teams")) {
            AssetKey team = owner.team(slug);
            reading.list("teams/" + slug + "/members", null, (member, facts) -> {
                AssetKey key = owner.developer(member.requiredText("login"));
                facts.accept(new Developer(key, member.text("login"), null));
                facts.accept(new Relation(key, RelationType.MEMBER_OF, team));
            });
        }
        reading.list("members", null, this::member);
        reading.list("owners", null, this::ownerOf);
        reading.list("secrets", "secrets", this::secret);
        new RunnerReader(owner.key(), reading).readOrganization(owner);
        new PackageReader(owner, reading).read();
        for (String digest : export.folders("artifacts")) {
            new StorageRecordReader(reading).read("artifacts/" + digest);
            new DeploymentRecordReader(owner, reading).read("artifacts/" + digest);
        }
        return reading.completeness();
    }

    private void organization(Fields organization, FactSink sink) {
        sink.accept(new Organization(
                owner.key(),
                organization.text("name"),
                organization.text("html_url"),
                organization.text("default_repository_permission"),
                organization.bool("two_factor_requirement_enabled")));
    }

    private void member(Fields member, FactSink sink) {
        AssetKey key = owner.developer(member.requiredText("login"));
        sink.accept(new Developer(key, member.text("login"), null));
        sink.accept(new Relation(key, RelationType.MEMBER_OF, owner.key()));
    }

    private void ownerOf(Fields member, FactSink sink) {
        member(member, sink);
        AssetKey key = owner.developer(member.requiredText("login"));
        sink.accept(new Relation(key, RelationType.HAS_ROLE, owner.key(), Map.of("role", "admin")));
    }

    private void secret(Fields secret, FactSink sink) {
        String name = secret.requiredText("name");
        AssetKey key =
                AssetKey.of(AssetKind.PIPELINE_SECRET, owner.key().value() + "/" + name.toUpperCase(Locale.ROOT));
        sink.accept(new PipelineSecret(
                key, name, "organization", secret.instant("updated_at"), null, secret.text("visibility")));
        sink.accept(new Relation(owner.key(), RelationType.CONTAINS, key));
    }

    private void team(Fields team, FactSink sink) {
        AssetKey key = owner.team(team.requiredText("slug"));
        sink.accept(new Team(key, team.text("name")));
        sink.accept(new Relation(owner.key(), RelationType.CONTAINS, key));
        Fields parent = team.object("parent");
        if (!parent.isAbsent()) {
            sink.accept(new Relation(key, RelationType.MEMBER_OF, owner.team(parent.requiredText("slug"))));
        }
    }
}
