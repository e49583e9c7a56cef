package dev.throughline.connector.defender;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a connector to a development platform calls its resources:
 * {@code …/securityConnectors/{name}/devops/default/gitHubOwners/{owner}/repos/{repository}}, {@code
 * …/azureDevOpsOrgs/{organization}/projects/{project}/repos/{repository}} and {@code
 * …/gitLabGroups/{group$subgroup}/projects/{project}} (Microsoft.Security/securityConnectors, 2024-04-01).
 */
final class DevOpsResource {
    private static final Pattern ID = Pattern.compile("(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/"
            + "Microsoft\\.Security/securityConnectors/[^/]+/devops/default/"
            + "(gitHubOwners|azureDevOpsOrgs|gitLabGroups)/([^/]+)(?:/projects/([^/]+))?(?:/repos/([^/]+))?/?");

    private DevOpsResource() {}

    /** The repository, project or organization; null for the id of anything else. */
    static @Nullable AssetKey key(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return null;
        }
        String owner = parts.group(2);
        String project = parts.group(3);
        String repository = parts.group(4);
        return switch (parts.group(1).toLowerCase(Locale.ROOT)) {
            case "githubowners" -> ofGroup("github.com", owner, repository);
            case "gitlabgroups" -> ofGroup("gitlab.com", owner.replace('$', '/'), project);
            default -> ofAzureDevOps("dev.azure.com/" + owner, project, repository);
        };
    }

    private static AssetKey ofGroup(String host, String group, @Nullable String repository) {
        return repository == null
                ? AssetKey.organization(host, group)
                : AssetKey.repository("https://" + host + "/" + group + "/" + repository);
    }

    private static AssetKey ofAzureDevOps(String organization, @Nullable String project, @Nullable String repository) {
        if (project == null) {
            return AssetKey.of(AssetKind.ORGANIZATION, organization.toLowerCase(Locale.ROOT));
        }
        String path = organization + "/" + project;
        return repository == null
                ? AssetKey.of(AssetKind.PROJECT, path.toLowerCase(Locale.ROOT))
                : AssetKey.repository("https://" + path + "/_git/" + repository);
    }
}
