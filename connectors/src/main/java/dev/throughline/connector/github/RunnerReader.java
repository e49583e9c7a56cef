package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Runner;
import dev.throughline.model.RunnerGroup;
import java.util.List;

/** Reads self-hosted runners, their groups, and the repositories a group was opened to. */
final class RunnerReader {
    private final AssetKey holder;
    private final Reading reading;

    RunnerReader(AssetKey holder, Reading reading) {
        this.holder = holder;
        this.reading = reading;
    }

    void runners(String list) {
        reading.list(list, "runners", (runner, sink) -> runner(runner, holder, sink));
    }

    void readOrganization(Owner owner) {
        runners("runners");
        reading.list("runner-groups", "runner_groups", (group, sink) -> {
            String name = group.requiredText("name");
            AssetKey key = AssetKey.of(AssetKind.RUNNER_GROUP, holder.value() + "/" + name);
            sink.accept(new RunnerGroup(key, name, group.text("visibility"), group.bool("allows_public_repositories")));
            sink.accept(new Relation(holder, RelationType.CONTAINS, key));
            String folder = "runner-groups/" + group.scalar("id");
            reading.list(folder + "/runners", "runners", (runner, facts) -> runner(runner, key, facts));
            reading.list(folder + "/repositories", "repositories", (repository, facts) -> {
                AssetKey selected = owner.repository(repository.requiredText("full_name"));
                facts.accept(new Relation(selected, RelationType.RUNS_ON, key));
            });
        });
    }

    /** The name of a runner is unique where it is registered. */
    private void runner(Fields runner, AssetKey place, FactSink sink) {
        String name = runner.requiredText("name");
        AssetKey key = AssetKey.of(AssetKind.RUNNER, holder.value() + "/" + name);
        List<String> labels = runner.list("labels").stream()
                .map(label -> label.requiredText("name"))
                .toList();
        sink.accept(new Runner(key, name, runner.text("os"), labels, true, runner.bool("ephemeral"), null, null));
        sink.accept(new Relation(place, RelationType.CONTAINS, key));
    }
}
