package dev.throughline.samples;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.ChainStage;
import dev.throughline.mapping.CodeToCloudChain;
import dev.throughline.mapping.Link;
import dev.throughline.mapping.Owner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A chain from code to cloud in JSON, as {@code docs/schema/chain.json} describes it. */
record ChainView(
        String asset, String status, List<StageView> stages, List<CandidateView> deployedFrom, List<OwnerView> owners) {
    static ChainView of(CodeToCloudChain chain) {
        return new ChainView(
                chain.asset().text(),
                Names.of(chain.status()),
                chain.stages().stream().map(StageView::of).toList(),
                chain.deployedFrom().stream().map(CandidateView::of).toList(),
                chain.owners().stream().map(OwnerView::of).toList());
    }

    record StageView(
            String stage,
            String status,
            List<String> assets,
            Map<String, Integer> counts,
            List<CandidateView> candidates,
            @Nullable String cause,
            @Nullable String reason,
            @Nullable String remedy) {
        static StageView of(ChainStage stage) {
            return new StageView(
                    Names.of(stage.stage()),
                    Names.of(stage.status()),
                    EvidenceView.texts(stage.assets()),
                    stage.counts(),
                    stage.candidates().stream().map(CandidateView::of).toList(),
                    stage.gap() == null ? null : Names.of(stage.gap().cause()),
                    stage.reason(),
                    stage.remedy());
        }
    }

    /** A repository in question, with the strongest evidence for it; {@code corroboration} is the rest. */
    record CandidateView(
            String asset,
            @Nullable String commit,
            @Nullable String pipeline,
            @Nullable String run,
            String method,
            String trust,
            double confidence,
            EvidenceView evidence,
            List<LinkView> corroboration) {
        static CandidateView of(Candidate candidate) {
            Link strongest = candidate.strongest();
            return new CandidateView(
                    candidate.repository().text(),
                    FindingView.text(candidate.commit().orElse(null)),
                    FindingView.text(candidate.pipeline().orElse(null)),
                    FindingView.text(candidate.run().orElse(null)),
                    Names.of(strongest.method()),
                    Names.of(strongest.trust()),
                    Json.rounded(candidate.confidence()),
                    EvidenceView.of(strongest.evidence()),
                    candidate.links().stream().skip(1).map(LinkView::of).toList());
        }
    }

    record LinkView(String method, String trust, EvidenceView evidence) {
        static LinkView of(Link link) {
            return new LinkView(Names.of(link.method()), Names.of(link.trust()), EvidenceView.of(link.evidence()));
        }
    }

    record OwnerView(String name, @Nullable String asset, String ground, EvidenceView evidence) {
        static OwnerView of(Owner owner) {
            return new OwnerView(
                    owner.name(),
                    FindingView.text(owner.key()),
                    Names.of(owner.ground()),
                    EvidenceView.of(owner.evidence()));
        }
    }
}
