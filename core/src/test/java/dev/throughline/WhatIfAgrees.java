package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.attack.AttackPath;
import dev.throughline.attack.PathChange;
import dev.throughline.finding.Finding;
import dev.throughline.finding.FindingChange;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** That a what-if says what an assessment of the changed facts says: the same paths and the same scores. */
final class WhatIfAgrees {
    private WhatIfAgrees() {}

    static void with(Assessment now, WhatIf different, Assessment then, String about) {
        List<AttackPath> paths = new ArrayList<>(now.attackPaths().list());
        different.paths().forEach(change -> paths.remove(change.before()));
        different.changed().stream().map(PathChange::after).forEach(paths::add);
        assertThat(paths)
                .as(about)
                .extracting(AttackPath::entry, AttackPath::target, AttackPath::level, AttackPath::probability)
                .containsExactlyInAnyOrderElementsOf(then.attackPaths().list().stream()
                        .map(path -> tuple(path.entry(), path.target(), path.level(), path.probability()))
                        .toList());

        Map<AssetKey, Double> scores = scores(now);
        for (FindingChange change : different.findings()) {
            scores.remove(change.before().key());
            if (change.after() != null) {
                scores.put(change.after().key(), change.after().score().value());
            }
        }
        assertThat(scores).as(about).isEqualTo(scores(then));
    }

    private static Map<AssetKey, Double> scores(Assessment assessment) {
        Map<AssetKey, Double> scores = new HashMap<>();
        for (Finding finding : assessment.findings().list()) {
            scores.put(finding.key(), finding.score().value());
        }
        return scores;
    }
}
