package dev.throughline.attack.edge.aws;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.throughline.attack.edge.aws.Abuse.Category;
import dev.throughline.attack.edge.aws.Abuse.Need;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudPolicy;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for every row of {@code abuses.tsv} who holds its permissions, and on what. Resources are looked up by the patterns of
 * the statements, so that the work grows with the statements and with what they reach.
 */
final class Abuses {
    private final RiskGraph graph;
    private final Actions actions;
    private final Policies policies;
    private final Subjects subjects;
    private final Resources resources;
    private final Evaluator evaluator;
    /** Roles by account and name. */
    private final SetMultimap<String, AssetKey> roles = LinkedHashMultimap.create();

    private final SetMultimap<AssetKey, Target> naming = LinkedHashMultimap.create();
    /** Resources whose policies name everybody. */
    private final Set<Target> open = new LinkedHashSet<>();

    private final SetMultimap<String, Target> lettingIn = LinkedHashMultimap.create();

    Abuses(RiskGraph graph) {
        this.graph = graph;
        this.actions = new Actions(AbuseTable.all().stream()
                .flatMap(row -> row.needs().stream())
                .map(Need::action)
                .toList());
        this.policies = new Policies(graph, actions);
        Organization organization = new Organization(graph, policies);
        this.subjects = new Subjects(graph, policies, organization, actions);
        this.resources = new Resources(graph);
        this.evaluator = new Evaluator(policies, organization, actions);
        for (Subject subject : subjects.all()) {
            Arn arn = subject.arn();
            if (arn != null && arn.resource().startsWith("role/")) {
                roles.put(subject.account() + "/" + arn.name(), subject.key());
            }
        }
        findNamed();
        resources.letIn(lettingIn);
    }

    Subjects subjects() {
        return subjects;
    }

    /** Resources whose policies name a principal, which then may need no policy of its own, or another account. */
    private void findNamed() {
        graph.assets(CloudPolicy.class).forEach(policy -> {
            for (Relation guarded : graph.incoming(policy.key(), RelationType.GUARDED_BY)) {
                Target target = resources.of(guarded.from());
                if (target != null) {
                    findNamed(guarded.from(), target);
                }
            }
        });
    }

    private void findNamed(AssetKey resource, Target target) {
        for (Statement statement : policies.guarding(resource)) {
            if (statement.allow() && Caller.isAnybody(statement.source())) {
                open.add(target);
            }
            for (String who : statement.allow() ? statement.source().principals() : List.<String>of()) {
                String account = Caller.account(who);
                if (account == null && who.startsWith("aws:arn:")) {
                    principals(who.substring("aws:".length())).forEach(key -> naming.put(key, target));
                } else if (account != null && !account.equals(target.account())) {
                    lettingIn.put(account, target);
                }
            }
        }
    }

    /** The principals that an ARN names: itself, or the role of a session, of which the path is not told. */
    private Set<AssetKey> principals(String arn) {
        Arn session = Arn.parse(arn);
        return session == null || !session.resource().startsWith("assumed-role/")
                ? Set.of(AssetKey.of(AssetKind.IDENTITY, arn))
                : roles.get(session.account() + "/" + session.resource().split("/", -1)[1]);
    }

    /** Takes what a subject can do. */
    interface Found {
        void accept(Subject subject, Abuse row, AssetKey gained, List<Grant> grants);
    }

    void find(Category category, Found found) {
        List<Abuse> rows = AbuseTable.of(category);
        for (Subject subject : subjects.all()) {
            BitSet held = Subject.actions(subject.allows());
            for (Abuse row : rows) {
                Need first = row.first();
                Set<Target> candidates = Set.of();
                boolean asked = !subject.isAdministrator() && subject.rows().get(row.number());
                if (asked && isOffered(row, held)) {
                    List<Statement> own = row.isOfOnePermission() ? subject.own() : subject.allows();
                    if (first == null) {
                        gain(subject, own, row, null, found);
                    } else {
                        candidates = candidates(first, subject, own);
                        candidates.forEach(target -> gain(subject, own, row, target, found));
                    }
                }
                if (first != null && subject.isPrincipal()) {
                    named(first, subject, row, candidates, found);
                }
            }
        }
    }

    /** What whoever has an account of their own can do with resources of others, but for what hangs on a condition. */
    void findOpen(Found found) {
        Subject stranger = Subject.ofStranger(actions);
        for (Target target : open) {
            for (Abuse row : AbuseTable.all()) {
                Need first = row.first();
                if (first != null
                        && row.isOfOnePermission()
                        && first.type() != ResourceType.BUCKET
                        && resources.isOf(target, first.type())) {
                    gain(stranger, stranger.allows(), row, target, found);
                }
            }
        }
    }

    private boolean isOffered(Abuse row, BitSet held) {
        return row.needs().stream().allMatch(need -> held.get(actions.number(need.action())));
    }

    private Set<Target> candidates(Need first, Subject subject, List<Statement> own) {
        return resources.candidates(
                Objects.requireNonNull(first.type()), subject.account(), own, actions.number(first.action()));
    }

    /** An administrator has what is in the account by way of that; others name the administrator itself. */
    private void named(Need first, Subject subject, Abuse row, Set<Target> candidates, Found found) {
        for (Target target : naming.get(subject.key())) {
            boolean byAccount = subject.isAdministrator() && target.account().equals(subject.account());
            if (resources.isOf(target, first.type()) && !candidates.contains(target) && !byAccount) {
                gain(subject, subject.allows(), row, target, found);
            }
        }
    }

    private void gain(Subject subject, List<Statement> allows, Abuse row, @Nullable Target target, Found found) {
        if (row.service() != null && (target == null || !trusts(target.asset(), row.service()))) {
            return;
        }
        List<Grant> grants = new ArrayList<>();
        for (Need need : row.needs()) {
            Grant grant = grant(subject, allows, row, need, target);
            if (grant == null) {
                return;
            }
            grants.add(grant);
        }
        String account = target == null ? subject.account() : target.account();
        found.accept(
                subject, row, target == null || row.account() ? Organization.key(account) : target.asset(), grants);
    }

    private @Nullable Grant grant(
            Subject subject, List<Statement> allows, Abuse row, Need need, @Nullable Target target) {
        int action = actions.number(need.action());
        return switch (need.scope()) {
            case ANY -> evaluator.decide(subject, allows, action, null, null);
            case SELF -> on(subject, allows, action, List.of(subject.key()), need.type());
            case OWN_GROUP -> on(subject, allows, action, List.copyOf(subject.groups()), null);
            case OWN_POLICY -> on(subject, allows, action, written(subject.policies()), null);
            case ITS_POLICY ->
                on(
                        subject,
                        allows,
                        action,
                        target == null
                                ? List.of()
                                : written(graph.outgoing(target.asset(), RelationType.HAS_ROLE).stream()
                                        .map(Relation::to)
                                        .toList()),
                        null);
            case TARGET, CONTENTS, DATABASE_USERS, TASKS ->
                target == null ? null : evaluator.decide(subject, allows, action, need.of(target), row.service());
        };
    }

    /** The managed policies that a customer wrote: those of AWS cannot be changed, inline ones have no versions. */
    private static List<AssetKey> written(List<AssetKey> held) {
        return held.stream()
                .filter(key -> key.value().contains(":policy/") && !key.value().contains("::aws:"))
                .toList();
    }

    private @Nullable Grant on(
            Subject subject, List<Statement> allows, int action, List<AssetKey> keys, @Nullable ResourceType type) {
        for (AssetKey key : keys) {
            Target target = new Target(key, key.value(), true, subject.account());
            boolean fits = type == null || resources.isOf(target, type);
            Grant grant = fits ? evaluator.decide(subject, allows, action, target, null) : null;
            if (grant != null) {
                return grant;
            }
        }
        return null;
    }

    private boolean trusts(AssetKey role, String service) {
        return policies.guarding(role).stream()
                .anyMatch(statement ->
                        statement.allow() && statement.source().principals().contains("service:" + service));
    }
}
