package dev.throughline.testing;

import dev.throughline.Assessment;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.ChainStage;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Workload;
import java.util.Comparator;
import java.util.List;

/** A mapping as text that people read and compare: in a stable order, and without figures that a better rule would move. */
final class MappingTable {
    private final Assessment assessment;
    private final StringBuilder text = new StringBuilder();

    private MappingTable(Assessment assessment) {
        this.assessment = assessment;
    }

    /** Each workload with its images, their candidates and its owners. */
    static String of(Assessment assessment) {
        MappingTable table = new MappingTable(assessment);
        assessment
                .graph()
                .assets(Workload.class)
                .map(Asset::key)
                .sorted(Comparator.naturalOrder())
                .forEach(table::addWorkload);
        return table.text.toString();
    }

    private void addWorkload(AssetKey workload) {
        add(0, workload.text());
        for (AssetKey image : assessment.mapping().imagesRunBy(workload)) {
            add(1, "runs " + image);
            addCandidates(2, "built from ", assessment.mapping().candidates(image));
        }
        assessment.mapping().unresolvedTagsOf(workload).forEach(tag -> add(1, "runs " + tag));
        addCandidates(1, "deployed from ", assessment.mapping().deployedFrom(workload));
        for (ChainStage stage : assessment.chain(workload).stages()) {
            if (stage.reason() != null) {
                add(
                        1,
                        CandidateText.name(stage.stage()) + " " + CandidateText.name(stage.status()) + ": "
                                + stage.reason());
            }
        }
        assessment.owners(workload).forEach(owner -> add(1, "owned by " + owner));
    }

    private void addCandidates(int depth, String relation, List<Candidate> candidates) {
        String lead = relation;
        for (Candidate candidate : candidates) {
            add(depth, lead + CandidateText.place(candidate));
            candidate.links().forEach(link -> add(depth + 1, CandidateText.of(link)));
            lead = "or from ";
        }
    }

    private void add(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
