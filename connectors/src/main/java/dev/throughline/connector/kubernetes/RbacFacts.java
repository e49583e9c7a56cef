package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.BindingObject.Subject;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.KubernetesSubject;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Role;
import dev.throughline.model.RoleBinding;
import dev.throughline.model.ServiceAccount;
import java.util.List;
import java.util.Map;

/** Service accounts and the roles bound to them. */
final class RbacFacts implements NamespaceFacts {
    private final Keys keys;
    private final Dump dump;
    private final Subjects subjects;

    RbacFacts(Keys keys, Dump dump, Subjects subjects) {
        this.keys = keys;
        this.dump = dump;
        this.subjects = subjects;
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        String namespace = here.namespace();
        if (namespace.equals(ObjectName.CLUSTER_WIDE)) {
            subjects(sink);
        }
        memberships(namespace, sink);
        dump.accounts.in(namespace).forEach(a -> account(a, sink));
        AggregatedRules rules = new AggregatedRules(dump.roles);
        dump.roles.in(namespace).forEach(r -> role(r, rules, sink));
        dump.bindings.in(namespace).forEach(b -> binding(b, sink));
    }

    private void account(AccountObject account, FactSink sink) {
        AssetKey key = keys.of(AssetKind.SERVICE_ACCOUNT, account.name());
        sink.accept(new ServiceAccount(key, account.name().name(), account.automountToken(), account.annotations()));
        sink.accept(new Relation(keys.namespace(account.name().namespace()), RelationType.CONTAINS, key));
        account.cloudIdentities()
                .forEach(identity -> sink.accept(new Relation(key, RelationType.CAN_AUTHENTICATE_AS, identity)));
    }

    /** The users and groups that bindings name. */
    private void subjects(FactSink sink) {
        for (Subject subject : subjects.others()) {
            AssetKey key = keys.subject(subject);
            sink.accept(new KubernetesSubject(key, subject.name(), subject.kind()));
            sink.accept(new Relation(keys.ofCluster(), RelationType.CONTAINS, key));
        }
    }

    private void memberships(String namespace, FactSink sink) {
        subjects.groups(namespace)
                .forEach((group, accounts) -> accounts.forEach(account -> sink.accept(new Relation(
                        keys.of(AssetKind.SERVICE_ACCOUNT, account), RelationType.MEMBER_OF, keys.subject(group)))));
    }

    private void role(RoleObject role, AggregatedRules rules, FactSink sink) {
        AssetKey key = keys.of(AssetKind.ROLE, role.name());
        List<String> all = rules.of(role);
        if (all == null) {
            sink.reject(new Rejection(
                    key.text(), "/aggregationRule", "gathers too many roles, so its rules are not known"));
        }
        sink.accept(new Role(key, role.name().name(), all));
        sink.accept(new Relation(keys.holder(role.name().namespace()), RelationType.CONTAINS, key));
    }

    private void binding(BindingObject binding, FactSink sink) {
        AssetKey key = keys.of(AssetKind.ROLE_BINDING, binding.name());
        AssetKey role = keys.of(AssetKind.ROLE, binding.role());
        boolean everywhere = binding.name().namespace().equals(ObjectName.CLUSTER_WIDE);
        String scope = everywhere ? "*" : binding.name().namespace();
        sink.accept(new RoleBinding(key, binding.name().name()));
        sink.accept(new Relation(keys.holder(binding.name().namespace()), RelationType.CONTAINS, key));
        sink.accept(new Relation(key, RelationType.BINDS, role));
        for (Subject subject : binding.subjects()) {
            sink.accept(new Relation(key, RelationType.BINDS, keys.subject(subject)));
        }
        for (ObjectName name : subjects.accounts(binding.subjects())) {
            AssetKey account = keys.of(AssetKind.SERVICE_ACCOUNT, name);
            sink.accept(new Relation(account, RelationType.HAS_ROLE, role, Map.of("scope", scope)));
        }
    }
}
