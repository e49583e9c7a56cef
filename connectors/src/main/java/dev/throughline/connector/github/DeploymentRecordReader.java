package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.StatedProperties;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Digest;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;

/**
 * Reads deployment records of artifacts: to which environment and cluster a digest was deployed, as the caller that uploaded
 * the record says. The environments are those of the organization, not those that guard the jobs of a repository.
 */
final class DeploymentRecordReader {
    private final Owner owner;
    private final Reading reading;

    DeploymentRecordReader(Owner owner, Reading reading) {
        this.owner = owner;
        this.reading = reading;
    }

    void read(String folder) {
        reading.list(folder + "/deployment-records", "deployment_records", this::record);
    }

    private void record(Fields deployed, FactSink sink) {
        AssetKey image = AssetKey.image(Digest.parse(deployed.requiredText("digest")));
        String name = deployed.requiredText("logical_environment");
        AssetKey environment = environment(name);
        sink.accept(new DeploymentEnvironment(environment, name, null, null));
        sink.accept(new Relation(owner.key(), RelationType.CONTAINS, environment));
        sink.accept(new Relation(image, RelationType.DEPLOYED_TO, environment, properties(deployed)));
    }

    /** A slash is escaped, so that no name is that of an environment of a repository. */
    private AssetKey environment(String name) {
        return AssetKey.of(AssetKind.DEPLOYMENT_ENVIRONMENT, owner.key().value() + "/" + name.replace("/", "%2F"));
    }

    private static Map<String, String> properties(Fields deployed) {
        return new StatedProperties()
                .with("cluster", deployed.text("cluster"))
                .with("deployment", deployed.text("deployment_name"))
                .with("region", deployed.text("physical_environment"))
                .asMap();
    }
}
