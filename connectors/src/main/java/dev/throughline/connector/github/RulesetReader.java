package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;

/** Reads which names of branches nobody may create (REST, <em>Rules</em>). What applies to a branch is read with it. */
final class RulesetReader {
    private static final String BRANCHES = "refs/heads/";

    private final ListedRepository repository;
    private final Reading reading;

    RulesetReader(ListedRepository repository, Reading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        for (InputFile file : reading.export().files(folder + "/rulesets", ".json")) {
            String name = file.name();
            reading.document(name.substring(0, name.length() - ".json".length()), this::ruleset);
        }
    }

    private void ruleset(Fields ruleset, FactSink sink) {
        boolean blocks = ruleset.list("rules").stream().anyMatch(rule -> "creation".equals(rule.text("type")));
        if (blocks && "active".equals(ruleset.text("enforcement")) && "branch".equals(ruleset.text("target"))) {
            for (String included :
                    ruleset.object("conditions").object("ref_name").strings("include")) {
                pattern(included, ruleset, sink);
            }
        }
    }

    /** Without a list of who may pass by, it is not known whether anybody may. */
    private void pattern(String included, Fields ruleset, FactSink sink) {
        String name = included.equals("~ALL") ? "*" : included;
        if (name.startsWith("~")) {
            return;
        }
        String branch = name.startsWith(BRANCHES) ? name.substring(BRANCHES.length()) : name;
        AssetKey key = AssetKey.branch(repository.key(), branch);
        boolean nobody =
                ruleset.has("bypass_actors") && ruleset.list("bypass_actors").isEmpty();
        Map<String, Object> said = nobody
                ? Map.of("name", branch, "creationBlocked", true, "pushRestricted", true, "pushers", List.of())
                : Map.of("name", branch, "creationBlocked", true, "pushRestricted", true);
        sink.accept(AssetKind.BRANCH.create(key, said));
        sink.accept(new Relation(repository.key(), RelationType.CONTAINS, key));
    }
}
