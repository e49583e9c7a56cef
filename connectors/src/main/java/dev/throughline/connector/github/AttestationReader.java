package dev.throughline.connector.github;

import com.google.common.hash.Hashing;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Base64;

/**
 * Reads which attestations the platform keeps under a repository: those that someone with write access to it stored there.
 * What they say is read by the connector for attestations, which knows them by the same key; a bundle that the answer only
 * names the address of is left out.
 */
final class AttestationReader {
    private final ListedRepository repository;
    private final Reading reading;

    AttestationReader(ListedRepository repository, Reading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        for (InputFile file : reading.export().files(folder + "/attestations", ".json")) {
            String name = file.name().substring(0, file.name().length() - ".json".length());
            reading.document(
                    name, (answer, sink) -> Records.each(answer.list("attestations"), sink, this::attestation));
        }
    }

    private void attestation(Fields stored, FactSink sink) {
        String id = stored.scalar("repository_id");
        Fields envelope = stored.object("bundle").object("dsseEnvelope");
        if (envelope.isAbsent() || (id != null && !id.equals(repository.asset().nativeId()))) {
            return;
        }
        String statement = Hashing.sha256().hashBytes(payload(envelope)).toString();
        AssetKey key = AssetKey.of(AssetKind.ATTESTATION, "sha256:" + statement);
        sink.accept(new Relation(repository.key(), RelationType.CONTAINS, key));
    }

    private static byte[] payload(Fields envelope) {
        try {
            return Base64.getDecoder().decode(envelope.requiredText("payload"));
        } catch (IllegalArgumentException e) {
            throw new WrongShape(envelope.pointer() + "/payload", "not base64");
        }
    }
}
