package dev.throughline.mapping.link;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Linker;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Attestation;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.SignatureState;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SLSA provenance whose subject is the image: names repository, commit, workflow and run. An attestation whose signature
 * was checked and does not hold says nothing.
 */
final class SlsaProvenance implements Linker {
    private static final Pattern GITHUB_RUN =
            Pattern.compile("https://[^/]+/[^/]+/[^/]+/actions/runs/([0-9]+)(?:/attempts/[0-9]+)?");

    @Override
    public void link(RiskGraph graph, Consumer<Link> links) {
        graph.assets(Attestation.class).forEach(attestation -> {
            if (attestation.sourceRepository() == null || attestation.signature() == SignatureState.INVALID) {
                return;
            }
            AssetKey repository = Addresses.repository(attestation.sourceRepository());
            if (repository != null) {
                for (Relation described : graph.incoming(attestation.key(), RelationType.DESCRIBED_BY)) {
                    links.accept(link(described.from(), repository, attestation));
                }
            }
        });
    }

    private static Link link(AssetKey image, AssetKey repository, Attestation attestation) {
        boolean verified = attestation.signature() == SignatureState.VERIFIED;
        Evidence evidence = Evidence.of(
                        verified
                                ? "verified provenance names this repository"
                                : "provenance names this repository; its signature is "
                                        + (attestation.signature() == SignatureState.ABSENT ? "absent" : "not checked"),
                        image,
                        attestation.key())
                .with("sourceRepository", String.valueOf(attestation.sourceRepository()));
        if (attestation.builderId() != null) {
            evidence = evidence.with("builder.id", attestation.builderId());
        }
        return new Link(
                image,
                repository,
                Addresses.commit(repository, attestation.sourceRevision()),
                pipeline(repository, attestation.pipelinePath()),
                run(repository, attestation.invocation()),
                verified ? LinkMethod.VERIFIED_PROVENANCE : LinkMethod.PROVENANCE,
                evidence);
    }

    private static @Nullable AssetKey pipeline(AssetKey repository, @Nullable String path) {
        return path == null ? null : AssetKey.inRepository(AssetKind.PIPELINE, repository, path);
    }

    private static @Nullable AssetKey run(AssetKey repository, @Nullable String invocation) {
        if (invocation == null) {
            return null;
        }
        Matcher run = GITHUB_RUN.matcher(invocation);
        return run.matches() ? AssetKey.run(repository, run.group(1)) : null;
    }
}
