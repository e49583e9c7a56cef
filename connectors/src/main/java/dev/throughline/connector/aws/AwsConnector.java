package dev.throughline.connector.aws;

import dev.throughline.connector.support.FileConnector;
import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
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
public final class AwsConnector extends FileConnector<AwsConnector> {
    private final @Nullable String account;
    private final @Nullable String region;

    private AwsConnector(FileSource source, @Nullable String account, @Nullable String region) {
        super("aws", source);
        this.account = account;
        this.region = region;
    }

    /**
     * Reads a file, or all {@code .json} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static AwsConnector files(Path path) {
        return new AwsConnector(FileSource.at(path, ".json"), null, null);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static AwsConnector files(Path root, List<Path> files) {
        return new AwsConnector(FileSource.of(root, files), null, null);
    }

    /**
     * Says whose answers these are.
     *
     * @param id id of the account, twelve digits
     * @return a connector that looks for it nowhere else
     */
    public AwsConnector account(String id) {
        return new AwsConnector(source(), id, region);
    }

    /**
     * Says of which region the answers are.
     *
     * @param code code of the region, such as {@code eu-west-1}
     * @return a connector that looks for it nowhere else
     */
    public AwsConnector region(String code) {
        return new AwsConnector(source(), account, code);
    }

    @Override
    protected AwsConnector with(FileSource changed) {
        return new AwsConnector(changed, account, region);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits) {
        return new AnswerFile(file, limits, account, region);
    }
}
