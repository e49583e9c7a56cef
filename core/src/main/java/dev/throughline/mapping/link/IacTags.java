package dev.throughline.mapping.link;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Linker;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The repository whose template made a resource: by the address the resource has in a Terraform state or a stack of
 * CloudFormation, by the unique tag that both the template and the resource carry ({@code yor_trace} of Yor, {@code
 * mapping_tag} of Defender for Cloud), or by the tags with which Yor names repository, file and commit.
 *
 * <p>Who may tag a resource may write all of these tags, and whoever reads a template or another resource can copy its
 * trace, so tags are a claim also where a template carries the same. A state is a second side: Terraform itself wrote down
 * the id of the resource, and whoever connects the state says whose it is.
 */
final class IacTags implements Linker {
    private static final List<String> UNIQUE = List.of("mapping_tag", "yor_trace");
    private static final List<String> YOR = List.of("git_org", "git_repo", "git_file", "git_commit");

    @Override
    public void link(RiskGraph graph, Consumer<Link> links) {
        Map<String, @Nullable AssetKey> templates = templates(graph, links);
        Repositories repositories = new Repositories(graph);
        for (Asset asset : graph.assetsLike(AssetKind.CLOUD_RESOURCE)) {
            Map<String, String> tags = tags(asset);
            if (!tags.isEmpty()) {
                traced(asset.key(), tags, templates, links);
                named(asset.key(), tags, repositories, links);
            }
        }
    }

    /** Links what states and scans of templates relate. Which repository each tag of a template stands in; null for several. */
    private static Map<String, @Nullable AssetKey> templates(RiskGraph graph, Consumer<Link> links) {
        Map<String, @Nullable AssetKey> byTag = new HashMap<>();
        Templates.visit(graph, (made, repository) -> {
            if (Templates.isApplied(made)) {
                return;
            }
            boolean isInState = made.properties().containsKey("address");
            Link link = link(
                    made.from(),
                    repository,
                    null,
                    new Evidence(
                            isInState
                                    ? "the state or stack of a template in this repository lists the resource"
                                    : "a template in this repository is said to have made the resource",
                            List.of(made.from(), made.to()),
                            made.properties()));
            links.accept(isInState ? link.corroborated() : link);
            String tag = made.properties().get("tag");
            if (tag != null) {
                byTag.put(tag, repository.equals(byTag.getOrDefault(tag, repository)) ? repository : null);
            }
        });
        return byTag;
    }

    private static void traced(
            AssetKey asset, Map<String, String> tags, Map<String, @Nullable AssetKey> templates, Consumer<Link> links) {
        for (String name : UNIQUE) {
            String value = tags.get(name);
            AssetKey repository = value == null ? null : templates.get(value);
            if (value != null && repository != null) {
                links.accept(link(
                        asset,
                        repository,
                        null,
                        new Evidence(
                                "the resource carries the unique tag of a template in this repository",
                                List.of(asset),
                                Map.of(name, value))));
            }
        }
    }

    /** Yor writes organization and repository, but no host, so the repository must be one that is known. */
    private static void named(
            AssetKey asset, Map<String, String> tags, Repositories repositories, Consumer<Link> links) {
        String path = tags.getOrDefault("git_org", "") + "/" + tags.getOrDefault("git_repo", "");
        AssetKey repository = repositories.at(path.toLowerCase(Locale.ROOT));
        if (repository != null) {
            Map<String, String> fields = new TreeMap<>(tags);
            fields.keySet().retainAll(YOR);
            links.accept(link(
                    asset,
                    repository,
                    Addresses.commit(repository, tags.get("git_commit")),
                    new Evidence("tags of the resource name this repository", List.of(asset), fields)));
        }
    }

    private static Link link(AssetKey asset, AssetKey repository, @Nullable AssetKey commit, Evidence evidence) {
        return new Link(asset, repository, commit, null, null, LinkMethod.IAC_TAG, evidence);
    }

    /** Every kind of cloud resource keeps its tags under one name. */
    private static Map<String, String> tags(Asset asset) {
        int at = asset.kind().attributes().indexOf("tags");
        if (at >= 0 && asset.kind().values(asset)[at] instanceof List<?> tags) {
            return Settings.byName(tags.stream().map(String.class::cast).toList());
        }
        return Map.of();
    }
}
