package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Organization;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Team;

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
