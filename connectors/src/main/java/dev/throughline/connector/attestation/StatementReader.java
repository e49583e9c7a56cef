package dev.throughline.connector.attestation;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.vex.OpenVex;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Attestation;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import dev.throughline.model.Text;
import java.util.List;
import java.util.Set;

/** Turns a statement into facts. */
final class StatementReader {
    private static final Set<String> TYPES = Set.of(
            "https://in-toto.io/Statement/v0.1",
            "https://in-toto.io/Statement/v1",
            "https://in-toto.io/Statement/v1.0",
            "https://in-toto.io/Statement/v1.1");

    private StatementReader() {}

    static void read(SignedStatement signed, Verifier verifier, FactSink sink) {
        Fields statement = signed.statement();
        String type = statement.requiredText("_type");
        if (!TYPES.contains(type)) {
            throw new WrongShape(
                    statement.pointer() + "/_type", "'" + Text.quote(type) + "' is no in-toto statement v0.1 or v1");
        }
        String predicateType = statement.requiredText("predicateType");
        Provenance provenance = Provenance.of(predicateType, predicate(statement), sink);
        Verdict verdict = verifier.verdict(signed, provenance);
        Attestation attestation = attestation(signed, predicateType, provenance, verdict);
        sink.accept(attestation);
        if (OpenVex.isMeant(predicateType)) {
            Fields document = predicate(statement);
            OpenVex claims = OpenVex.signed(document, verdict.state(), verdict.signer(), sink);
            Records.each(document.list("statements"), sink, claims::state);
        }
        boolean refused = verdict.state() == SignatureState.INVALID;
        List<AssetKey> bases = refused ? List.of() : BaseImages.of(provenance, sink);
        Records.each(
                statement.list("subject"),
                sink,
                (subject, facts) -> SubjectImage.of(subject, provenance.buildType())
                        .ifPresent(image -> describe(image, attestation.key(), bases, facts)));
    }

    /** Google Cloud Build writes provenance v0.1 under a name of its own as well. */
    private static Fields predicate(Fields statement) {
        return statement.object(statement.has("predicate") ? "predicate" : "slsaProvenance");
    }

    private static Attestation attestation(
            SignedStatement signed, String predicateType, Provenance provenance, Verdict verdict) {
        return new Attestation(
                AssetKey.of(AssetKind.ATTESTATION, "sha256:" + signed.sha256()),
                predicateType,
                provenance.builderId(),
                provenance.sourceRepository(),
                provenance.sourceRepositoryId(),
                provenance.sourceRevision(),
                provenance.sourceRef(),
                provenance.pipelinePath(),
                provenance.invocation(),
                verdict.state(),
                verdict.signer(),
                verdict.issuer(),
                verdict.reason());
    }

    private static void describe(AssetKey image, AssetKey attestation, List<AssetKey> bases, FactSink sink) {
        sink.accept(new Relation(image, RelationType.DESCRIBED_BY, attestation));
        for (AssetKey base : bases) {
            sink.accept(new Relation(image, RelationType.BASED_ON, base));
        }
    }
}
