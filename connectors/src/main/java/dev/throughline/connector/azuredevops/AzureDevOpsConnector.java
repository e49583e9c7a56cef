package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.export.ExportFolder;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;

/**
 * Reads an organization of Azure DevOps from a folder of answers of its REST API (version 7.1) and files of its
 * repositories.
 *
 * <pre>{@code
 * projects.json                         GET _apis/projects
 * pools.json                            GET _apis/distributedtask/pools
 * groups.json, users.json               GET _apis/graph/groups, _apis/graph/users
 * memberships.json                      GET _apis/graph/memberships/{group}?direction=down, of all groups in one
 * projects/<project>/
 *   repositories.json                   GET _apis/git/repositories
 *   policies.json                       GET _apis/policy/configurations
 *   definitions/<id>.json               GET _apis/build/definitions/{id}
 *   builds.json                         GET _apis/build/builds
 *   endpoints.json                      GET _apis/serviceendpoint/endpoints
 *   variablegroups.json                 GET _apis/distributedtask/variablegroups
 *   securefiles.json                    GET _apis/distributedtask/securefiles
 *   environments.json                   GET _apis/distributedtask/environments
 *   queues.json                         GET _apis/distributedtask/queues
 *   permissions/<type>/<id>.json        GET _apis/pipelines/pipelinepermissions/{type}/{id}
 *   checks/<type>/<id>.json             GET _apis/pipelines/checks/configurations?resourceType=&resourceId=&$expand=settings
 *   enablement.json                     GET _apis/management/enablement?includeAllProperties=true
 *   alerts/<repository>.json            GET _apis/alert/repositories/{repository}/alerts
 *   contents/<repository>/              definitions of pipelines of the default branch
 * }</pre>
 *
 * <p>Types of resources are {@code endpoint}, {@code variablegroup}, {@code securefile}, {@code environment} and {@code
 * queue}. Every list may be split into pages {@code name.1.json}, {@code name.2.json} and so on. All but {@code
 * projects.json} may be missing; what they would tell is unknown then. There is a partition {@code organization} and one
 * {@code projects/<name>} for each project listed. A partition is incomplete if one of its files cannot be read, or if a
 * project is listed and has no folder.
 *
 * <p>Values of variables and parameters of service connections are never looked at. Immutable.
 */
public final class AzureDevOpsConnector implements Connector {
    private final Path folder;
    private final Collection organization;
    private final JsonLimits limits;

    private AzureDevOpsConnector(Path folder, Collection organization, JsonLimits limits) {
        this.folder = folder;
        this.organization = organization;
        this.limits = limits;
    }

    /**
     * Reads a folder as described above.
     *
     * @param folder the folder
     * @return what still needs the name of the organization
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
         * @param name name of the organization, as in {@code dev.azure.com/<name>}
         * @return the connector
         * @throws IllegalArgumentException if it is no name of an organization
         */
        public AzureDevOpsConnector organization(String name) {
            return new AzureDevOpsConnector(folder, new Collection(name), JsonLimits.DEFAULT);
        }
    }

    /**
     * Limits how large a file may be. A larger file is not read, and makes its partition incomplete.
     *
     * @param bytes most bytes after decompression; 256 MiB unless set
     * @return a new connector
     */
    public AzureDevOpsConnector maxFileSize(long bytes) {
        return new AzureDevOpsConnector(folder, organization, limits.withBytes(bytes));
    }

    /**
     * {@inheritDoc}
     *
     * @return {@code azuredevops:<organization>}
     */
    @Override
    public Scope scope() {
        return new Scope("azuredevops", organization.name());
    }

    @Override
    public Listing list() {
        ExportFolder export = new ExportFolder(folder, limits);
        return export.listing(
                new OrganizationPartition(organization, export),
                "projects",
                "value",
                entry -> new ProjectPartition(organization, entry, export));
    }
}
