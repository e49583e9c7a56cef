package dev.throughline.connector.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.model.ActionReference;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow file says (GitHub, <em>Workflow syntax for GitHub Actions</em>).
 *
 * @param name display name
 * @param triggers events that start it, sorted
 * @param permissions permissions that it or one of its jobs asks for, sorted; null if none are named, so that the
 *     default of the repository applies
 * @param actions actions and reusable workflows of other repositories
 * @param secrets names of the secrets it reads, in upper case, without the token every job gets
 * @param inheritsSecrets whether a job hands all secrets on to a workflow it calls
 * @param environments environments its jobs name, but for computed ones
 */
record WorkflowFile(
        @Nullable String name,
        List<String> triggers,
        @Nullable List<String> permissions,
        Collection<ActionReference> actions,
        Set<String> secrets,
        boolean inheritsSecrets,
        Set<String> environments) {
    private static final Pattern SECRET =
            Pattern.compile("(?i)\\bsecrets\\s*(?:\\.\\s*([a-z_][a-z0-9_]*)|\\[\\s*'([a-z_][a-z0-9_]*)'\\s*])");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String JOB_TOKEN = "GITHUB_TOKEN";

    static WorkflowFile read(Fields workflow) {
        List<Fields> jobs = children(workflow.object("jobs"));
        Set<String> secrets = new TreeSet<>();
        collectSecrets(workflow.node(), secrets);
        secrets.remove(JOB_TOKEN);
        return new WorkflowFile(
                workflow.scalar("name"),
                triggers(workflow.get("on")),
                permissions(workflow, jobs),
                actions(jobs),
                secrets,
                jobs.stream()
                        .anyMatch(j -> "inherit".equals(j.get("secrets").node().textValue())),
                environments(jobs));
    }

    private static List<Fields> children(Fields map) {
        return map.names().stream().map(map::get).toList();
    }

    private static List<String> triggers(Fields on) {
        if (on.node().isTextual()) {
            return List.of(on.text());
        }
        List<String> events =
                on.node().isArray() ? on.elements().stream().map(Fields::text).toList() : on.names();
        return events.stream().sorted().distinct().toList();
    }

    private static @Nullable List<String> permissions(Fields workflow, List<Fields> jobs) {
        List<Fields> holders = new ArrayList<>(jobs);
        holders.add(workflow);
        Set<String> permissions = new TreeSet<>();
        boolean named = false;
        for (Fields holder : holders) {
            Fields asked = holder.get("permissions");
            named |= !asked.isAbsent();
            if (asked.node().isTextual()) {
                permissions.add(asked.text()); // read-all or write-all
            } else {
                asked.names().forEach(scope -> permissions.add(scope + ": " + asked.scalar(scope)));
            }
        }
        return named ? List.copyOf(permissions) : null;
    }

    private static Collection<ActionReference> actions(List<Fields> jobs) {
        TreeMap<AssetKey, ActionReference> actions = new TreeMap<>();
        for (Fields job : jobs) {
            List<Fields> users = new ArrayList<>(job.list("steps"));
            users.add(job);
            for (Fields user : users) {
                String uses = user.text("uses");
                if (uses != null && !uses.startsWith("./")) {
                    ActionReference action = action(uses);
                    actions.put(action.key(), action);
                }
            }
        }
        return actions.values();
    }

    /** {@code owner/repository/path@ref} or {@code docker://image}. */
    private static ActionReference action(String uses) {
        boolean image = uses.startsWith("docker://");
        int at = uses.indexOf('@');
        String name = (at < 0 ? uses : uses.substring(0, at)).toLowerCase(Locale.ROOT);
        String ref = at < 0 ? null : uses.substring(at + 1);
        boolean pinned = ref != null
                && (image ? ref.startsWith("sha256:") : COMMIT.matcher(ref).matches());
        AssetKey key = AssetKey.of(AssetKind.ACTION_REFERENCE, ref == null ? name : name + "@" + ref);
        return new ActionReference(key, name, ref, pinned);
    }

    private static Set<String> environments(List<Fields> jobs) {
        Set<String> environments = new TreeSet<>();
        for (Fields job : jobs) {
            Fields environment = job.get("environment");
            String name = environment.node().isObject() ? environment.scalar("name") : job.scalar("environment");
            if (name != null && !name.isBlank() && !name.contains("${{")) {
                environments.add(name);
            }
        }
        return environments;
    }

    private static void collectSecrets(JsonNode node, Set<String> secrets) {
        node.forEach(child -> collectSecrets(child, secrets));
        String text = node.isTextual() ? node.textValue() : "";
        int start = text.indexOf("${{");
        for (int end; start >= 0 && (end = text.indexOf("}}", start)) >= 0; start = text.indexOf("${{", end)) {
            Matcher matcher = SECRET.matcher(text).region(start, end);
            while (matcher.find()) {
                String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                secrets.add(name.toUpperCase(Locale.ROOT));
            }
        }
    }
}
