package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Commit;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commits that a graph holds, by the first digits of their names. */
final class Commits {
    private static final int SHORTEST = 7;
    /** The name of a commit, whole or abbreviated, after whatever a pipeline puts in front: {@code sha-}, a version. */
    private static final Pattern NAME = Pattern.compile("(?:.*[-_.])?([0-9a-f]{" + SHORTEST + ",64})");

    private final Map<String, List<AssetKey>> byPrefix = new HashMap<>();

    Commits(RiskGraph graph) {
        graph.assets(Commit.class)
                .map(Commit::key)
                .filter(commit -> commit.value().indexOf('@') > 0 && sha(commit).length() >= SHORTEST)
                .forEach(commit -> byPrefix.computeIfAbsent(sha(commit).substring(0, SHORTEST), p -> new ArrayList<>(1))
                        .add(commit));
    }

    /**
     * The only commit that a tag names. A fork has the commits of what it was forked from: of several repositories that
     * hold the commit, the preferred one is meant.
     */
    @Nullable
    AssetKey named(String tag, @Nullable AssetKey preferred) {
        Matcher name = NAME.matcher(tag);
        if (!name.matches()) {
            return null;
        }
        List<AssetKey> named = byPrefix.getOrDefault(name.group(1).substring(0, SHORTEST), List.of()).stream()
                .filter(commit -> sha(commit).startsWith(name.group(1)))
                .toList();
        List<AssetKey> chosen = named.size() == 1
                ? named
                : named.stream()
                        .filter(commit -> repository(commit).equals(preferred))
                        .toList();
        return chosen.size() == 1 ? chosen.get(0) : null;
    }

    static AssetKey repository(AssetKey commit) {
        String value = commit.value();
        return AssetKey.of(AssetKind.REPOSITORY, value.substring(0, value.lastIndexOf('@')));
    }

    private static String sha(AssetKey commit) {
        return commit.text().substring(commit.text().lastIndexOf('@') + 1);
    }
}
