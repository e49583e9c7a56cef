package dev.throughline.attack.edge.gcp;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudRole;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A role as it is bound at a resource. However many principals hold it, what it leads to is derived once.
 *
 * @param key its key, {@code cloud:<resource>/bindings/<role>}
 * @param name name of the role
 * @param scope key of the resource
 * @param permissions what it allows
 */
record GcpRole(AssetKey key, String name, AssetKey scope, Set<String> permissions) {
    private static final String BINDINGS = "/bindings/";
    private static final Map<String, Set<String>> PREDEFINED = predefined();

    private static Map<String, Set<String>> predefined() {
        Map<String, Set<String>> roles = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(GcpRole.class.getResourceAsStream("roles.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", 2);
                roles.put(cells[0], Set.of(cells[1].split(" ")));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(roles);
    }

    /** The roles that somebody holds and whose permissions are known. */
    static Stream<GcpRole> of(RiskGraph graph) {
        return graph.assets(CloudRole.class)
                .filter(role -> role.key().text().startsWith("cloud://")
                        && role.key().text().contains(BINDINGS))
                .filter(role ->
                        !graph.incoming(role.key(), RelationType.HAS_ROLE).isEmpty())
                .flatMap(role -> of(graph, role.key()));
    }

    private static Stream<GcpRole> of(RiskGraph graph, AssetKey key) {
        int bindings = key.value().indexOf(BINDINGS);
        String name = key.value().substring(bindings + BINDINGS.length());
        Set<String> permissions = permissions(graph, name);
        return permissions == null
                ? Stream.empty()
                : Stream.of(new GcpRole(key, name, scope(key.value().substring(0, bindings)), permissions));
    }

    private static @Nullable Set<String> permissions(RiskGraph graph, String name) {
        List<String> custom = graph.find(
                        AssetKey.of(AssetKind.CLOUD_ROLE, "//iam.googleapis.com/" + name), CloudRole.class)
                .map(CloudRole::permissions)
                .orElse(null);
        return custom == null ? PREDEFINED.get(name) : Set.copyOf(custom);
    }

    /** A project that is named by its id is an account. */
    private static AssetKey scope(String resource) {
        String projects = "//cloudresourcemanager.googleapis.com/projects/";
        String project = resource.startsWith(projects) ? resource.substring(projects.length()) : "";
        boolean isId = !project.isEmpty() && !project.chars().allMatch(Character::isDigit);
        return isId
                ? AssetKey.of(AssetKind.CLOUD_ACCOUNT, "gcp/" + project)
                : AssetKey.of(AssetKind.CLOUD_RESOURCE, resource);
    }

    /** Whether it lets its holder change the policy of the place it is bound at, or of everything below. */
    boolean setsPolicy() {
        String text = scope.text();
        String service = "cloud://cloudresourcemanager.googleapis.com/";
        String kind = text.startsWith(service)
                ? text.substring(service.length(), text.indexOf('/', service.length()))
                : "projects";
        boolean isPlace = text.startsWith(service) || text.startsWith("cloudaccount:");
        return isPlace && permissions.contains("resourcemanager." + kind + ".setIamPolicy");
    }
}
