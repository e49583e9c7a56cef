package dev.throughline.connector.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.fact.Progress;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.link.Linkers;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Attestation;
import dev.throughline.model.Digest;
import dev.throughline.model.RiskGraph;
import dev.throughline.store.Assembly;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.Ingest;
import dev.throughline.store.Ingest.Losses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What becomes of a document in an assessment: read, stored, assembled and mapped. */
record Judged(List<Attestation> attestations, List<Link> links) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final AssetKey IMAGE = AssetKey.image(Digest.parse("sha256:" + Statements.DIGEST));

    static Judged of(Path folder, String document, SignaturePolicy policy) throws IOException {
        Path file = Files.writeString(folder.resolve("document.json"), document);
        AttestationConnector connector = AttestationConnector.files(file).trusting(policy);
        try (InMemoryRiskStore store = new InMemoryRiskStore(CLOCK)) {
            Ingest.read(connector, store, Losses.HELD, CLOCK, Progress.SILENT);
            RiskGraph graph = new Assembly(store).graph(store.heads());
            List<Candidate> candidates = Mapping.of(graph, Linkers.all()).candidates(IMAGE);
            return new Judged(
                    graph.assets(Attestation.class).toList(),
                    candidates.stream().flatMap(c -> c.links().stream()).toList());
        }
    }

    Attestation attestation() {
        assertThat(attestations).hasSize(1);
        return attestations.get(0);
    }

    List<LinkMethod> methods() {
        return links.stream().map(Link::method).toList();
    }
}
