package dev.throughline.connector.containermapping;

import dev.throughline.connector.support.FileConnector;
import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what the container-mapping step of Microsoft Security DevOps sends at the end of a job of GitHub, Azure DevOps or
 * GitLab: {@code {"dockerVersion": …, "dockerEvents": […], "dockerImages": […]}}. An image that was pushed is a product of
 * the run; one that was only pulled or built is not.
 *
 * <p>The payload does not say which job sent it; that is told by the token it is sent with. Here a member {@code job} of the
 * file tells it, with {@code platform}, {@code repository}, {@code project}, {@code commit}, {@code run} and {@code
 * pipeline}; what it leaves out is taken from the settings of this connector. Repository and run are needed.
 *
 * <p>Each file is a partition. Immutable.
 *
 * @see <a href="https://github.com/microsoft/security-devops-action">Microsoft Security DevOps</a>
 */
public final class ContainerMappingConnector extends FileConnector<ContainerMappingConnector> {
    private final Job job;

    private ContainerMappingConnector(FileSource source, Job job) {
        super("container-mapping", source);
        this.job = job;
    }

    /**
     * Reads a file, or all {@code .json} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static ContainerMappingConnector files(Path path) {
        return new ContainerMappingConnector(FileSource.at(path, ".json"), Job.UNKNOWN);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static ContainerMappingConnector files(Path root, List<Path> files) {
        return new ContainerMappingConnector(FileSource.of(root, files), Job.UNKNOWN);
    }

    /**
     * Says on which platform jobs ran that do not tell, where the host of the repository does not tell either.
     *
     * @param name {@code github}, {@code azuredevops} or {@code gitlab}
     * @return a connector for jobs of this platform
     */
    public ContainerMappingConnector platform(String name) {
        return with(new Job(name, null, null, null, null, null));
    }

    /**
     * Says which repository jobs built that do not tell.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector for jobs of this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public ContainerMappingConnector repository(String url) {
        return with(new Job(null, AssetKey.repository(url).value(), null, null, null, null));
    }

    /**
     * Says in which project of Azure DevOps jobs ran that do not tell, where the repository lies elsewhere.
     *
     * @param address such as {@code dev.azure.com/acme/store}
     * @return a connector for jobs of this project
     */
    public ContainerMappingConnector project(String address) {
        return with(new Job(null, null, address, null, null, null));
    }

    /**
     * Says which commit jobs built that do not tell.
     *
     * @param sha full name of the commit
     * @return a connector for jobs of this commit
     */
    public ContainerMappingConnector commit(String sha) {
        return with(new Job(null, null, null, sha, null, null));
    }

    /**
     * Says of which run jobs were that do not tell.
     *
     * @param id id of a workflow run of GitHub, a build of Azure DevOps or a pipeline of GitLab
     * @return a connector for jobs of this run
     */
    public ContainerMappingConnector run(String id) {
        return with(new Job(null, null, null, null, id, null));
    }

    /**
     * Says which definition ran, in jobs that do not tell. Without it the platform's own connector must know the run.
     *
     * @param path path in the repository, such as {@code .github/workflows/release.yml}
     * @return a connector for jobs of this definition
     */
    public ContainerMappingConnector pipeline(String path) {
        return with(new Job(null, null, null, null, null, path));
    }

    private ContainerMappingConnector with(Job said) {
        return new ContainerMappingConnector(source(), said.or(job));
    }

    @Override
    protected ContainerMappingConnector with(FileSource changed) {
        return new ContainerMappingConnector(changed, job);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits) {
        return new MappingFile(file, limits, job);
    }
}
