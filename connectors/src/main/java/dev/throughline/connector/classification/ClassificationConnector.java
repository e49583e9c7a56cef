package dev.throughline.connector.classification;

import dev.throughline.connector.support.InputFile;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a classification file: what no scanner can know. It is YAML with four sections, each of which may be missing:
 *
 * <pre>{@code
 * critical:
 *   - key: workload:prod-eu/backoffice/StatefulSet/vault
 *     level: very-high
 *     reason: holds the root keys of every service
 *   - match: "repository:github.com/acme/payments-*"
 *     level: high
 * sensitive:
 *   - key: cloud:arn:aws:rds:eu-west-1:111122223333:db:payments
 *     kind: DataStore
 *     name: payments
 *     classes: [cardholder-data]
 * opens:
 *   - credential: secretobject:prod-eu/payments/db-credentials
 *     opens: cloud:arn:aws:rds:eu-west-1:111122223333:db:payments
 *     reason: user and password of the payments database
 * trustedRanges:
 *   - range: 198.51.100.0/24
 *     reason: the office
 * verdicts:
 *   - key: workload:prod-eu/payments/Deployment/gateway
 *     factor: internet-exposed
 *     answer: no
 *     by: ada@example.com
 *     until: 2027-01-31
 * }</pre>
 *
 * <p>An entry is about one asset ({@code key}) or about all that fit: by key ({@code match}, in which {@code *} stands for
 * any characters), by kind, name, tag, namespace and account ({@code where}), or both. {@code level} is {@code very-high},
 * {@code high}, {@code medium} or {@code low}. {@code kind} and {@code name} beside a key describe an asset that no other
 * source tells of; kinds are named by their labels. In {@code verdicts} somebody answers for a risk factor.
 *
 * <p>A slip of the pen must not look like "no risk". So a section that is not known fails the file, an entry with a
 * field that is not known is rejected, and a reading in which an entry was rejected is partial.
 *
 * <p>Immutable.
 */
public final class ClassificationConnector implements Connector {
    private final InputFile file;

    private ClassificationConnector(InputFile file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param path a classification file
     * @return a connector, whose scope is named after the file
     */
    public static ClassificationConnector file(Path path) {
        return new ClassificationConnector(InputFile.of(path));
    }

    @Override
    public Scope scope() {
        return new Scope("classification", file.name());
    }

    @Override
    public Listing list() {
        return Listing.complete(List.<Partition>of(new ClassificationFile(file)));
    }
}
