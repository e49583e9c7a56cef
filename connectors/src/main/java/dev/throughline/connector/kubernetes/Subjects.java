package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.BindingObject.Subject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Tells which service accounts a subject of a binding stands for (Kubernetes, <em>Using RBAC Authorization</em>). */
final class Subjects {
    private static final String ALL_ACCOUNTS = "system:serviceaccounts";

    private final NavigableSet<ObjectName> known = new TreeSet<>();
    private final Set<Subject> others = new LinkedHashSet<>();

    /** Knows the service accounts a dump describes, and those its pods run as. */
    Subjects(Dump dump) {
        known.addAll(dump.accounts.all().keySet());
        known.addAll(dump.usedAccounts);
        dump.bindings.all().values().stream()
                .flatMap(binding -> binding.subjects().stream())
                .filter(subject -> !subject.kind().equals(BindingObject.SERVICE_ACCOUNT))
                .forEach(others::add);
    }

    /** The users and groups that bindings name. */
    Set<Subject> others() {
        return others;
    }

    /** The service accounts of a namespace that are in groups that bindings name. */
    Map<Subject, Set<ObjectName>> groups(String namespace) {
        Map<Subject, Set<ObjectName>> groups = new LinkedHashMap<>();
        NavigableSet<ObjectName> here =
                known.subSet(new ObjectName(namespace, ""), true, new ObjectName(namespace + "\0", ""), false);
        for (Subject subject : others) {
            boolean holds = subject.name().equals(ALL_ACCOUNTS)
                    || subject.name().equals("system:authenticated")
                    || subject.name().equals(ALL_ACCOUNTS + ":" + namespace);
            if (subject.kind().equals("Group") && holds && !here.isEmpty()) {
                groups.put(subject, here);
            }
        }
        return groups;
    }

    Set<ObjectName> accounts(List<Subject> subjects) {
        Set<ObjectName> accounts = new TreeSet<>();
        for (Subject subject : subjects) {
            if (subject.kind().equals(BindingObject.SERVICE_ACCOUNT)) {
                accounts.add(new ObjectName(subject.namespace(), subject.name()));
            } else if (subject.kind().equals("Group")) {
                group(subject.name(), accounts);
            }
        }
        return accounts;
    }

    private void group(String name, Set<ObjectName> accounts) {
        if (name.equals(ALL_ACCOUNTS) || name.equals("system:authenticated")) {
            accounts.addAll(known);
        } else if (name.startsWith(ALL_ACCOUNTS + ":")) {
            String namespace = name.substring(ALL_ACCOUNTS.length() + 1);
            known.stream().filter(a -> a.namespace().equals(namespace)).forEach(accounts::add);
        }
    }
}
