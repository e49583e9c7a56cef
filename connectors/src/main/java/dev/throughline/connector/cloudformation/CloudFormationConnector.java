package dev.throughline.connector.cloudformation;

import dev.throughline.connector.support.FileConnector;
import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads answers of {@code aws cloudformation describe-stack-resources}: which resource of AWS came of which resource of a
 * template, and so of which repository. A template alone tells names of its own only, and is refused.
 *
 * <p>A resource has the key that {@link dev.throughline.connector.aws.AwsConnector} gives it; one whose ARN does not follow
 * from its physical id is left out. The repository of the template must be named.
 *
 * <p>Each file is a partition. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/cloudformation/describe-stack-resources.html">AWS CLI
 *     command reference</a>
 */
public final class CloudFormationConnector extends FileConnector<CloudFormationConnector> {
    private final Template template;

    private CloudFormationConnector(FileSource source, Template template) {
        super("cloudformation", source);
        this.template = template;
    }

    /**
     * Reads a file, or all {@code .json} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static CloudFormationConnector files(Path path) {
        return new CloudFormationConnector(FileSource.at(path, ".json"), Template.UNKNOWN);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static CloudFormationConnector files(Path root, List<Path> files) {
        return new CloudFormationConnector(FileSource.of(root, files), Template.UNKNOWN);
    }

    /**
     * Says in which repository the templates of the stacks lie. Without it every file is refused.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector for templates of this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public CloudFormationConnector repository(String url) {
        return new CloudFormationConnector(source(), new Template(AssetKey.repository(url), template.path()));
    }

    /**
     * Says which file of the repository is the template, or in which folder the templates lie. It is shown as evidence.
     *
     * @param path path from the root of the repository, such as {@code infra/shop.yaml}
     * @return a connector for stacks of this template
     */
    public CloudFormationConnector template(String path) {
        return new CloudFormationConnector(source(), new Template(template.repository(), path));
    }

    @Override
    protected CloudFormationConnector with(FileSource changed) {
        return new CloudFormationConnector(changed, template);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits) {
        return new StackFile(file, limits, template);
    }
}
