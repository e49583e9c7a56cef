package dev.throughline.connector.gitlab;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads protected branches and the approvals they need (GitLab, <em>Protected branches</em>, <em>Merge request approval
 * rules</em>). Who may push needs no approval; who may merge does, and nobody else writes.
 */
final class ProtectedBranchReader {
    private final ListedProject project;
    private final Map<Long, AssetKey> members;
    private final Reading reading;

    ProtectedBranchReader(ListedProject project, Map<Long, AssetKey> members, Reading reading) {
        this.project = project;
        this.members = members;
        this.reading = reading;
    }

    void read(String folder) {
        List<Fields> rules = new ArrayList<>();
        boolean known = reading.list(folder + "/approval_rules", null, (rule, sink) -> rules.add(rule));
        Set<String> names = new HashSet<>();
        boolean listed = reading.list(folder + "/protected_branches", null, (branch, sink) -> {
            String name = branch.requiredText("name");
            names.add(name);
            branch(name, branch, known ? approvals(name, rules) : null, sink);
        });
        String defaultBranch = project.asset().defaultBranch();
        if (listed && defaultBranch != null && names.stream().noneMatch(name -> fits(name, defaultBranch))) {
            AssetKey key = AssetKey.branch(project.key(), defaultBranch);
            reading.sink()
                    .accept(new Branch(
                            key, defaultBranch, false, 0L, false, false, false, true, null, null, null, null));
            reading.sink().accept(new Relation(project.key(), RelationType.CONTAINS, key));
        }
    }

    private static boolean fits(String pattern, String name) {
        return pattern.equals(name) || pattern.contains("*");
    }

    private void branch(String name, Fields branch, @Nullable Long approvals, FactSink sink) {
        AssetKey key = AssetKey.branch(project.key(), name);
        List<String> pushers = actors(branch.list("push_access_levels"));
        List<String> mergers = actors(branch.list("merge_access_levels"));
        List<String> writers = null;
        if (pushers != null && mergers != null) {
            writers = new ArrayList<>(pushers);
            writers.addAll(mergers);
        }
        sink.accept(new Branch(
                key,
                name,
                true,
                approvals,
                branch.bool("code_owner_approval_required"),
                false,
                true,
                branch.bool("allow_force_push"),
                null,
                pushers,
                writers,
                null));
        sink.accept(new Relation(project.key(), RelationType.CONTAINS, key));
    }

    /** Null if a group is among them, whose members are not told here. */
    private @Nullable List<String> actors(List<Fields> levels) {
        List<String> actors = new ArrayList<>();
        for (Fields level : levels) {
            Long user = level.number("user_id");
            if (level.has("group_id")) {
                return null;
            }
            String role = Group.role(level.number("access_level"));
            if (user != null && members.containsKey(user)) {
                actors.add(members.get(user).text());
            } else if (user == null && !level.has("deploy_key_id") && role != null) {
                actors.add("role:" + role);
            }
        }
        return actors;
    }

    /** The most that a rule for the branch, or for all branches, asks for. */
    private static long approvals(String branch, List<Fields> rules) {
        long most = 0;
        for (Fields rule : rules) {
            List<Fields> limited = rule.list("protected_branches");
            boolean applies = limited.isEmpty() || limited.stream().anyMatch(b -> branch.equals(b.text("name")));
            Long required = rule.number("approvals_required");
            most = applies && required != null ? Math.max(most, required) : most;
        }
        return most;
    }
}
