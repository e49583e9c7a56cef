package dev.throughline.connector.gitlab;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.export.ExportFolder;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;

/**
 * Reads a top-level group on GitLab from a folder of answers of its REST API (version 4) and files of its projects.
 *
 * <pre>{@code
 * group.json                            GET /groups/:id
 * subgroups.json                        GET /groups/:id/descendant_groups
 * projects.json                         GET /groups/:id/projects?include_subgroups=true
 * members.json, variables.json          GET /groups/:id/members/all, /groups/:id/variables
 * projects/<id>/
 *   members.json                        GET /projects/:id/members/all
 *   protected_branches.json             GET …/protected_branches
 *   approval_rules.json                 GET …/approval_rules
 *   variables.json                      GET …/variables
 *   runners.json, runners/<id>.json     GET …/runners, GET /runners/:id
 *   environments.json                   GET …/environments
 *   protected_environments.json         GET …/protected_environments
 *   pipelines.json                      GET …/pipelines
 *   contents/                           .gitlab-ci.yml of the default branch
 * }</pre>
 *
 * <p>Every list may be split into pages {@code name.1.json}, {@code name.2.json} and so on. All but {@code projects.json} may
 * be missing; what they would tell is unknown then. There is a partition {@code group} and one {@code projects/<id>} for
 * each project listed. A partition is incomplete if one of its files cannot be read, or if a project is listed and has no
 * folder.
 *
 * <p>Values of variables and tokens of runners are never looked at. Immutable.
 */
public final class GitLabConnector implements Connector {
    private final Path folder;
    private final Group group;
    private final JsonLimits limits;

    private GitLabConnector(Path folder, Group group, JsonLimits limits) {
        this.folder = folder;
        this.group = group;
        this.limits = limits;
    }

    /**
     * Reads a folder as described above.
     *
     * @param folder the folder
     * @return what still needs the name of the group
     */
    public static Export export(Path folder) {
        return new Export(folder);
    }

    /** A folder of which it is not yet said whose it is. */
    public static final class Export {
        private final Path folder;

        private Export(Path folder) {
            this.folder = folder;
        }

        /**
         * Says whose export it is.
         *
         * @param path path of the top-level group
         * @return the connector
         * @throws IllegalArgumentException if it is no path of a top-level group
         */
        public GitLabConnector group(String path) {
            return new GitLabConnector(folder, new Group("gitlab.com", path), JsonLimits.DEFAULT);
        }
    }

    /**
     * Says where the group is, {@code gitlab.com} unless set.
     *
     * @param name host name of a GitLab of your own
     * @return a new connector
     * @throws IllegalArgumentException if it is no host name
     */
    public GitLabConnector host(String name) {
        return new GitLabConnector(folder, new Group(name, group.path()), limits);
    }

    /**
     * Limits how large a file may be. A larger file is not read, and makes its partition incomplete.
     *
     * @param bytes most bytes after decompression; 256 MiB unless set
     * @return a new connector
     */
    public GitLabConnector maxFileSize(long bytes) {
        return new GitLabConnector(folder, group, limits.withBytes(bytes));
    }

    /**
     * {@inheritDoc}
     *
     * @return {@code gitlab:<group>}, with the host before it unless that is {@code gitlab.com}
     */
    @Override
    public Scope scope() {
        return new Scope("gitlab", group.subject());
    }

    @Override
    public Listing list() {
        ExportFolder export = new ExportFolder(folder, limits);
        return export.listing(
                new GroupPartition(group, export),
                "projects",
                null,
                entry -> new ProjectPartition(group, ListedProject.read(entry, group), export));
    }
}
