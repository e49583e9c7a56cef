package dev.throughline.graph;

import dev.throughline.explore.Answer;
import dev.throughline.explore.Page;
import dev.throughline.explore.Sentence;
import dev.throughline.model.AssetKey;
import dev.throughline.store.StoreException;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Answers sentences from what is published. */
final class PublishedAnswers {
    private static final String EXPLORED = Cypher.statement("explored");

    private final Database database;

    PublishedAnswers(Database database) {
        this.database = database;
    }

    Answer answer(Sentence sentence, Page page) {
        Page known = page.of(sentence);
        return database.read(tx -> {
            SentenceQuery query = SentenceQuery.of(sentence, known, database.tenant(), incomplete(tx));
            List<List<AssetKey>> rows = tx.run(query.text(), query.parameters())
                    .list(row -> row.values().stream()
                            .map(key -> new AssetKey(key.asString()))
                            .toList());
            return Answer.of(sentence, known, rows);
        });
    }

    /** The scopes that were not read completely. */
    private List<String> incomplete(TransactionContext tx) {
        List<Record> published =
                tx.run(EXPLORED, Map.of("tenant", database.tenant())).list();
        if (published.isEmpty()) {
            throw new StoreException("nothing was published in the graph at " + database.location() + " yet", null);
        }
        Record shown = published.get(0);
        if (!shown.get("state").asString().equals("PUBLISHED")) {
            throw new StoreException(
                    "the graph at " + database.location() + " is a mixture until publishing is finished", null);
        }
        return shown.get("incomplete").asList(Value::asString);
    }
}
