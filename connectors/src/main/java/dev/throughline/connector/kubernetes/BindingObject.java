package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.Text;
import java.util.List;

/**
 * A RoleBinding or ClusterRoleBinding (rbac.authorization.k8s.io/v1).
 *
 * @param name its name
 * @param role the role it binds
 * @param subjects whom it binds it to
 */
record BindingObject(ObjectName name, ObjectName role, List<Subject> subjects) {
    static final String SERVICE_ACCOUNT = "ServiceAccount";

    /** Keys hold more, but no identity provider makes longer names. */
    private static final int LONGEST = 1024;

    /**
     * A subject.
     *
     * @param kind ServiceAccount, User or Group
     * @param namespace namespace of a service account; empty for others
     * @param name its name
     */
    record Subject(String kind, String namespace, String name) {
        static Subject of(Fields subject, ObjectName binding) {
            String kind = subject.requiredText("kind");
            if (kind.equals(SERVICE_ACCOUNT)) {
                boolean near = !subject.has("namespace") && !binding.namespace().equals(ObjectName.CLUSTER_WIDE);
                String namespace = near ? binding.namespace() : Manifest.nameAt(subject, "namespace");
                return account(namespace, Manifest.nameAt(subject, "name"));
            }
            if (!kind.equals("User") && !kind.equals("Group")) {
                throw new WrongShape(subject.get("kind").pointer(), "not the kind of a subject");
            }
            String name = subject.requiredText("name");
            if (name.isEmpty() || name.length() > LONGEST || name.codePoints().anyMatch(Text::isUnprintable)) {
                throw new WrongShape(subject.get("name").pointer(), "not the name of a user or group");
            }
            String[] parts = name.split(":", -1);
            // The name a service account signs in with.
            return kind.equals("User") && name.startsWith("system:serviceaccount:") && parts.length == 4
                    ? account(ObjectName.check(parts[2]), ObjectName.check(parts[3]))
                    : new Subject(kind, "", name);
        }

        private static Subject account(String namespace, String name) {
            return new Subject(SERVICE_ACCOUNT, namespace, name);
        }
    }

    static BindingObject of(Manifest manifest) {
        Fields reference = manifest.root().object("roleRef");
        String name = Manifest.nameAt(reference, "name");
        String namespace = switch (reference.requiredText("kind")) {
            case "ClusterRole" -> ObjectName.CLUSTER_WIDE;
            case "Role" -> manifest.name().namespace();
            default -> throw new WrongShape(reference.get("kind").pointer(), "not the kind of a role");
        };
        return new BindingObject(
                manifest.name(),
                new ObjectName(namespace, name),
                manifest.root().list("subjects").stream()
                        .map(s -> Subject.of(s, manifest.name()))
                        .toList());
    }
}
