package dev.throughline.attack.edge.aws;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.throughline.attack.edge.aws.Subject.Use;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sets of permissions that principals hold: each statement by itself, and those whose permissions are needed together. A
 * row of {@code abuses.tsv} is asked of a set once, so that a thousand holders of what opens a thousand stores make two
 * thousand steps and not a million.
 */
final class PermissionSets {
    /** Follows the key of the first of its policies in the key of a set that is not a policy. */
    private static final String MARK = "#permissions/";

    private static final int HASH = 8;

    private final Policies policies;
    private final Restrictions restrictions;
    private final RowPermissions rows;
    private final Map<PermissionSet.Identity, PermissionSet> sets = new LinkedHashMap<>();
    private final Map<AssetKey, Set<String>> accounts = new HashMap<>();
    private final Map<List<Integer>, Map<List<Integer>, BitSet>> shared = new HashMap<>();

    PermissionSets(Policies policies, Restrictions restrictions, RowPermissions rows) {
        this.policies = policies;
        this.restrictions = restrictions;
        this.rows = rows;
    }

    void add(Principal principal) {
        shared(principal)
                .forEach((meanings, asked) -> sets.computeIfAbsent(identity(principal, meanings), PermissionSet::new)
                        .add(principal, asked));
        principal
                .shareable()
                .values()
                .forEach(statements -> statements.forEach(
                        statement -> accounts.computeIfAbsent(statement.policy(), policy -> new HashSet<>())
                                .add(principal.limits().account())));
    }

    /** The sets that a principal holds, by what their statements amount to, with the rows that are asked of them. */
    private Map<List<Integer>, BitSet> shared(Principal principal) {
        return shared.computeIfAbsent(List.copyOf(principal.shareable().keySet()), meanings -> {
            Map<List<Integer>, BitSet> found = new LinkedHashMap<>();
            meanings.forEach(meaning -> found.put(List.of(meaning), rows.ofAnyHolder()));
            for (Abuse row : rows.ofSeveral()) {
                List<Integer> needed = rows.offering(row, meanings);
                if (needed.size() > 1) {
                    found.computeIfAbsent(needed, n -> new BitSet()).set(row.number());
                }
            }
            return found;
        });
    }

    /** What is denied counts only where it concerns what the statements allow. */
    private PermissionSet.Identity identity(Principal principal, List<Integer> meanings) {
        BitSet actions = new BitSet();
        meanings.forEach(meaning -> actions.or(policies.allowed(meaning)));
        return new PermissionSet.Identity(restrictions.concerning(principal.limits(), actions), meanings);
    }

    /** The principal, with what is asked of it because no set stands for it. */
    Subject subject(Principal principal) {
        Map<AssetKey, Use> uses = new LinkedHashMap<>();
        Set<Statement> told = new HashSet<>();
        BitSet alone = new BitSet();
        shared(principal).forEach((meanings, answered) -> {
            PermissionSet set = sets.get(identity(principal, meanings));
            if (set != null && set.stands()) {
                uses.putIfAbsent(key(set), use(principal, key(set), meanings));
                if (set.isOfOne()) {
                    told.addAll(principal.statements(meanings.get(0)));
                }
            } else {
                alone.or(answered);
            }
        });
        List<Statement> own = principal.allows().stream()
                .filter(statement -> !told.contains(statement))
                .toList();
        BitSet asked = rows.all();
        asked.andNot(rows.without(Subject.actions(own)));
        asked.or(alone);
        return new Subject(
                principal.key(),
                principal.arn(),
                principal.limits(),
                principal.allows(),
                own,
                principal.policies(),
                principal.groups(),
                asked,
                List.copyOf(uses.values()),
                principal.isAdministrator());
    }

    private static Use use(Principal principal, AssetKey set, List<Integer> meanings) {
        return new Use(
                set,
                meanings.stream()
                        .map(meaning -> principal.statements(meaning).stream()
                                .map(Statement::policy)
                                .distinct()
                                .toList())
                        .distinct()
                        .toList());
    }

    /** The sets that stand for themselves. */
    Stream<Subject> all() {
        return sets.values().stream()
                .filter(PermissionSet::stands)
                .map(set -> Subject.alone(key(set), set.limits(), set.statements(), set.rows()));
    }

    /** That of the policy if nothing has to be told apart. */
    private AssetKey key(PermissionSet set) {
        AssetKey first = set.policies().first();
        if (set.isPlain() && accounts.getOrDefault(first, Set.of()).size() == 1) {
            return first;
        }
        String account = set.limits().account();
        return AssetKey.of(
                AssetKind.CLOUD_POLICY, first.value() + MARK + account + (set.isPlain() ? "" : "/" + hash(set)));
    }

    private static String hash(PermissionSet set) {
        Hasher hasher = Hashing.sha256().newHasher();
        put(hasher, set.limits().boundaries().stream().map(AssetKey::text).toList());
        put(hasher, set.limits().own().stream().map(Statement::text).toList());
        put(hasher, set.statements().stream().map(Statement::text).toList());
        return hasher.hash().toString().substring(0, HASH);
    }

    private static void put(Hasher hasher, Collection<String> texts) {
        hasher.putInt(texts.size());
        texts.forEach(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            hasher.putInt(bytes.length).putBytes(bytes);
        });
    }
}
