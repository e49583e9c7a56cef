package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Commit;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;

/**
 * Reads commits with the accounts that wrote them. The name and address that Git keeps of an author are free text of whoever
 * made the commit, so neither stands for an account; the address is not looked at.
 */
final class CommitReader {
    private final AssetKey repository;
    private final Reading reading;

    CommitReader(AssetKey repository, Reading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        reading.list(folder + "/commits", null, this::commit);
    }

    private void commit(Fields listed, FactSink sink) {
        String sha = listed.requiredText("sha");
        AssetKey key = AssetKey.commit(repository, sha);
        sink.accept(new Commit(
                key,
                sha,
                listed.object("author").text("login"),
                listed.object("commit").object("committer").instant("date")));
        sink.accept(new Relation(repository, RelationType.CONTAINS, key));
    }
}
