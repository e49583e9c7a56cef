package dev.throughline.connector.github;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SecretHash;
import dev.throughline.connector.support.export.ExportFolder;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Reads an organization on GitHub from a folder of answers of its REST API (version 2022-11-28) and files of its
 * repositories.
 *
 * <pre>{@code
 * organization.json                       GET /orgs/{org}
 * members.json, owners.json               GET /orgs/{org}/members?role=member, ?role=admin
 * secrets.json                            GET /orgs/{org}/actions/secrets
 * runners.json, runner-groups.json        GET /orgs/{org}/actions/runners, /runner-groups
 * runner-groups/<id>/runners.json         GET …/runner-groups/{id}/runners
 * runner-groups/<id>/repositories.json    GET …/runner-groups/{id}/repositories
 * teams.json                              GET /orgs/{org}/teams
 * teams/<slug>/members.json               GET /orgs/{org}/teams/{slug}/members
 * repositories.json                       GET /orgs/{org}/repos
 * packages.json                           GET /orgs/{org}/packages?package_type=container
 * packages/<package>/versions.json        GET /orgs/{org}/packages/container/{package}/versions
 * artifacts/<digest>/
 *   storage-records.json                  GET /orgs/{org}/artifacts/{digest}/metadata/storage-records
 *   deployment-records.json               GET …/metadata/deployment-records
 * code-scanning-alerts.json               GET /orgs/{org}/code-scanning/alerts
 * dependabot-alerts.json                  GET /orgs/{org}/dependabot/alerts
 * secret-scanning-alerts.json             GET /orgs/{org}/secret-scanning/alerts
 * vulnerability-alerts.json               GraphQL: vulnerabilityAlerts of many repositories
 * repositories/<repository>/
 *   branches.json                         GET /repos/{owner}/{repo}/branches
 *   branches/<branch>/protection.json     GET …/branches/{branch}/protection
 *   branches/<branch>/rules.json          GET …/rules/branches/{branch}
 *   rulesets/<id>.json                    GET …/rulesets/{id}
 *   collaborators.json, teams.json        GET …/collaborators?affiliation=all, GET …/teams
 *   runners.json                          GET …/actions/runners
 *   fork-approval.json                    GET …/actions/permissions/fork-pr-contributor-approval
 *   commits.json                          GET …/commits
 *   workflows.json                        GET …/actions/workflows
 *   runs.json                             GET …/actions/runs
 *   runs/<run>/container-mapping.json     what Microsoft Security DevOps sent of the run
 *   environments.json                     GET …/environments
 *   environments/<name>/secrets.json      GET …/environments/{name}/secrets
 *   deployments.json                      GET …/deployments
 *   secrets.json                          GET …/actions/secrets
 *   code-scanning-alerts.json             GET …/code-scanning/alerts
 *   dependabot-alerts.json                GET …/dependabot/alerts
 *   secret-scanning-alerts.json           GET …/secret-scanning/alerts
 *   secret-scanning-alerts/<number>/locations.json
 *   vulnerability-alerts.json             GraphQL: vulnerabilityAlerts of the repository
 *   contents/                             .github/workflows/*.yml and CODEOWNERS of the default branch
 * }</pre>
 *
 * <p>Every list may be split into pages {@code name.1.json}, {@code name.2.json} and so on. All but {@code
 * repositories.json} may be missing; what they would tell is unknown then. There is a partition {@code organization} and
 * one {@code repositories/<name>} for each repository listed, and {@code alerts} where there are alerts of many repositories
 * in one list. A partition is incomplete if one of its files cannot be
 * read, if fewer records were read than {@code total_count} announces, or if a repository is listed and has no folder.
 *
 * <p>Values of secrets are never looked at, but to {@linkplain #hashingSecrets hash} them. Immutable.
 */
public final class GitHubConnector implements Connector {
    private final Path folder;
    private final Owner owner;
    private final JsonLimits limits;
    private final SecretHash secrets;

    private GitHubConnector(Path folder, Owner owner, JsonLimits limits, SecretHash secrets) {
        this.folder = folder;
        this.owner = owner;
        this.limits = limits;
        this.secrets = secrets;
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
         * @param login login of the organization
         * @return the connector
         * @throws IllegalArgumentException if it is no login
         */
        public GitHubConnector organization(String login) {
            return new GitHubConnector(folder, new Owner("github.com", login), JsonLimits.DEFAULT, SecretHash.NONE);
        }
    }

    /**
     * Says where the organization is, {@code github.com} unless set.
     *
     * @param name host name of a GitHub Enterprise Server
     * @return a new connector
     * @throws IllegalArgumentException if it is no host name
     */
    public GitHubConnector host(String name) {
        return new GitHubConnector(folder, new Owner(name, owner.login()), limits, secrets);
    }

    /**
     * Limits how large a file may be. A larger file is not read, and makes its partition incomplete.
     *
     * @param bytes most bytes after decompression; 256 MiB unless set
     * @return a new connector
     */
    public GitHubConnector maxFileSize(long bytes) {
        return new GitHubConnector(folder, owner, limits.withBytes(bytes), secrets);
    }

    /**
     * Keeps a keyed hash of each credential that an alert of secret scanning holds, by which the same credential is known
     * wherever it is found. Without a key nothing of it is kept.
     *
     * @param key a random key of at least 32 bytes, the same for all sources and from one reading to the next
     * @return a new connector
     * @throws IllegalArgumentException if the key is shorter
     */
    public GitHubConnector hashingSecrets(byte[] key) {
        return new GitHubConnector(folder, owner, limits, SecretHash.withKey(key));
    }

    /**
     * {@inheritDoc}
     *
     * @return {@code github:<organization>}, with the host before it unless that is {@code github.com}
     */
    @Override
    public Scope scope() {
        return new Scope("github", owner.subject());
    }

    @Override
    public Listing list() {
        ExportFolder export = new ExportFolder(folder, limits);
        Listing listing = export.listing(
                new OrganizationPartition(owner, export),
                "repositories",
                null,
                entry -> new RepositoryPartition(owner, ListedRepository.read(entry, owner), secrets, export));
        AlertsPartition alerts = new AlertsPartition(owner, secrets, export);
        return alerts.isThere()
                ? new Listing(
                        Stream.concat(listing.partitions().stream(), Stream.of(alerts))
                                .toList(),
                        listing.completeness())
                : listing;
    }
}
