package dev.throughline.connector.aws;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers of the AWS command line ({@code describe-…}, {@code list-…}, {@code get-…}), items and snapshots of AWS
 * Config, and what {@code iam get-account-authorization-details} says of an account, from files of any name: an answer is
 * known by its members.
 *
 * <p>Account and region are those set here, else those of folders named {@code 111122223333} and {@code eu-west-1}, else
 * those of the first ARN in the file. Answers that do not say what they are about ({@code elbv2 describe-target-health},
 * {@code lambda get-policy}, …) stand in a file named after its ARN, percent-encoded.
 *
 * <p>Values of secrets, parameters and environments are never read. Each file is a partition; a page of an answer that goes
 * on is read in part. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/">AWS CLI command reference</a>
 */
public final class AwsConnector implements Connector {
    private final SourceFiles files;
    private final String name;
    private final @Nullable String account;
    private final @Nullable String region;
    private final JsonLimits limits;

    private AwsConnector(
            SourceFiles files, String name, @Nullable String account, @Nullable String region, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.account = account;
        this.region = region;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static AwsConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(AwsConnector::isAnswer);
        return new AwsConnector(files, files.name(), null, null, JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static AwsConnector files(Path root, List<Path> files) {
        SourceFiles some = SourceFiles.of(root, files);
        return new AwsConnector(some, some.name(), null, null, JsonLimits.DEFAULT);
    }

    private static boolean isAnswer(String name) {
        return name.endsWith(".json") || name.endsWith(".json.gz");
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the organization
     * @return a connector with the scope {@code aws:<name>}
     */
    public AwsConnector named(String name) {
        return new AwsConnector(files, name, account, region, limits);
    }

    /**
     * Says whose answers these are.
     *
     * @param id id of the account, twelve digits
     * @return a connector that looks for it nowhere else
     */
    public AwsConnector account(String id) {
        return new AwsConnector(files, name, id, region, limits);
    }

    /**
     * Says of which region the answers are.
     *
     * @param code code of the region, such as {@code eu-west-1}
     * @return a connector that looks for it nowhere else
     */
    public AwsConnector region(String code) {
        return new AwsConnector(files, name, account, code, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public AwsConnector maxFileSize(long bytes) {
        return new AwsConnector(
                files, name, account, region, limits.withBytes(bytes).withTokens(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("aws", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream()
                .map(file -> new AnswerFile(file, limits, account, region))
                .toList());
    }
}
