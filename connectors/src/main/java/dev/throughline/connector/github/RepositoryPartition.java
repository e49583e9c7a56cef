package dev.throughline.connector.github;

import dev.throughline.connector.support.SecretHash;
import dev.throughline.connector.support.export.ExportFolder;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Set;

/** One repository and everything below it. */
final class RepositoryPartition implements Partition {
    private final Owner owner;
    private final ListedRepository repository;
    private final SecretHash secretHash;
    private final ExportFolder export;

    RepositoryPartition(Owner owner, ListedRepository repository, SecretHash secretHash, ExportFolder export) {
        this.owner = owner;
        this.repository = repository;
        this.secretHash = secretHash;
        this.export = export;
    }

    @Override
    public String name() {
        return "repositories/" + repository.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        sink.accept(repository.asset());
        sink.accept(new Relation(owner.key(), RelationType.CONTAINS, repository.key()));
        if (!export.hasFolder(name())) {
            return Completeness.partial(name() + " is only listed, its folder is not there");
        }
        Reading reading = new Reading(export, sink);
        read(reading);
        return reading.completeness();
    }

    private void read(Reading reading) {
        new BranchReader(owner, repository, reading).read(name());
        new RulesetReader(repository, reading).read(name());
        new AccessReader(owner, repository.key(), reading).read(name());
        RunnerReader runners = new RunnerReader(repository.key(), reading);
        runners.runners(name() + "/runners");
        new CommitReader(repository.key(), reading).read(name());
        new EnvironmentReader(repository.key(), reading).read(name());
        new DeploymentReader(repository.key(), reading).read(name());
        Set<String> secrets = new SecretReader(repository.key(), reading).read(name());
        new WorkflowReader(repository.key(), secrets, reading).read(name());
        new RunReader(owner, repository.key(), reading).read(name());
        new AttestationReader(repository, reading).read(name());
        new CodeOwnersReader(owner, repository.key(), reading).read(name());
        boolean codeScanning = new CodeScanningReader(repository.key(), reading).read(name());
        boolean dependencyAlerts = new DependabotReader(repository.key(), reading).read(name());
        boolean vulnerabilityAlerts = new VulnerabilityAlertReader(owner, repository.key(), reading).read(name() + "/");
        new SecretScanningReader(repository.key(), secretHash, reading).read(name());
        // Both lists are answered only where the feature is on; otherwise the answer is 403 or 404.
        reading.sink().accept(repository.withAnswers(codeScanning, dependencyAlerts || vulnerabilityAlerts));
    }
}
