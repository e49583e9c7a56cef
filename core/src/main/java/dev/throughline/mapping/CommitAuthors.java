package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Commit;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which people wrote the commits of a repository that are known: those who wrote most, then those who wrote last. */
final class CommitAuthors {
    private static final int MOST = 3;
    /** How the login of a GitHub App ends; that of a person cannot. */
    private static final String BOT = "[bot]";

    private final RiskGraph graph;

    CommitAuthors(RiskGraph graph) {
        this.graph = graph;
    }

    Stream<Owner> of(AssetKey repository) {
        Map<String, Written> authors = new TreeMap<>();
        List<Commit> commits = graph.targets(repository, RelationType.CONTAINS, Commit.class);
        for (Commit commit : commits) {
            if (commit.author() != null
                    && !commit.author().isBlank()
                    && !commit.author().endsWith(BOT)) {
                Instant at = commit.committedAt() == null ? Instant.MIN : commit.committedAt();
                authors.merge(commit.author().toLowerCase(Locale.ROOT), new Written(1, at), Written::and);
            }
        }
        return authors.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Written.MOST_FIRST))
                .limit(MOST)
                .map(author -> owner(repository, author.getKey(), author.getValue(), commits.size()));
    }

    private static Owner owner(AssetKey repository, String login, Written written, int known) {
        String host = repository.value().replaceFirst("/.*", "");
        String name = login.contains("@") ? login : host + "/" + login;
        Evidence evidence = Evidence.of(
                "wrote " + written.commits + " of the " + known + " commits of " + repository.value()
                        + " that are known",
                repository);
        return Owner.of(
                AssetKey.of(AssetKind.DEVELOPER, name),
                Owner.Ground.COMMIT_AUTHOR,
                written.last.equals(Instant.MIN) ? evidence : evidence.with("last", written.last.toString()));
    }

    private record Written(int commits, Instant last) {
        static final Comparator<Written> MOST_FIRST = Comparator.comparing(Written::commits)
                .thenComparing(Written::last)
                .reversed();

        Written and(Written other) {
            return new Written(commits + other.commits, last.isAfter(other.last) ? last : other.last);
        }
    }
}
