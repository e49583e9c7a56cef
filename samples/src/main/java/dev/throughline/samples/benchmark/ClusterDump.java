package dev.throughline.samples.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes the export of a cluster as {@code kubectl get -o json} prints it, the same each time: namespaces of twenty
 * workloads with five pods, a service account, a service and two secrets each; a node for every fifty pods; daemons on every
 * node; and roles as they are found in clusters that many teams share. A team has the cluster role {@code edit} in its
 * namespace, its deployer too; of its workloads some read secrets and some run commands. Controllers hold cluster roles:
 * some read all secrets, some create pods anywhere, two are administrators; the rest, and everybody, may only look.
 */
final class ClusterDump {
    private static final int PODS_PER_WORKLOAD = 5;
    private static final int WORKLOADS_PER_NAMESPACE = 20;
    private static final int PODS_PER_NODE = 50;
    private static final int CONTROLLERS = 60;

    /** Every what-th workload or controller has what its kind has not. */
    private static final int SOME = 7;

    private final Path folder;
    private final int namespaces;
    private final int nodes;

    private ClusterDump(Path folder, int pods) {
        this.folder = folder;
        this.namespaces = Math.max(1, pods / (PODS_PER_WORKLOAD * WORKLOADS_PER_NAMESPACE));
        this.nodes = Math.max(1, pods / PODS_PER_NODE);
    }

    /** Writes the export of a cluster with so many pods into a folder. */
    static void write(Path folder, int pods) throws IOException {
        ClusterDump dump = new ClusterDump(folder, pods);
        dump.file("cluster.json", dump::cluster);
        dump.file("roles.json", dump::roles);
        dump.file("namespaces.json", dump::namespaces);
        dump.file("workloads.json", dump::workloads);
    }

    private void file(String name, Consumer<Items> content) throws IOException {
        try (Writer writer = Files.newBufferedWriter(folder.resolve(name))) {
            writer.write("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n");
            content.accept(new Items(writer));
            writer.write("]}\n");
        }
    }

    private void cluster(Items items) {
        for (int node = 0; node < nodes; node++) {
            items.add("""
                {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "node-%d"}, "spec": {"providerID": "aws:///eu-west-1a/i-%d"},
                 "status": {"addresses": [{"type": "InternalIP", "address": "10.%d.%d.1"}], "nodeInfo": {"kubeletVersion": "v1.33.1"}}}
                """, node, node, node / 250, node % 250);
        }
    }

    private void roles(Items items) {
        role(items, "cluster-admin", "*", "*", "*");
        role(
                items,
                "edit",
                "create,delete,get,list,patch,update,watch",
                ",apps,batch",
                "pods,pods/exec,secrets,configmaps,deployments,statefulsets,jobs,cronjobs,services,serviceaccounts");
        role(items, "view", "get,list,watch", ",apps,batch", "pods,configmaps,deployments,services");
        role(items, "system:discovery", "get,list", "", "namespaces");
        bind(items, "everybody", "system:discovery", "{\"kind\": \"Group\", \"name\": \"system:authenticated\"}");
        for (int i = 0; i < CONTROLLERS; i++) {
            String controller = "controller-" + i;
            String account =
                    "{\"kind\": \"ServiceAccount\", \"name\": \"" + controller + "\", \"namespace\": \"platform\"}";
            switch (i % SOME) {
                case 0 -> role(items, controller, "get,list,watch", "", "secrets,services,endpoints");
                case 1 -> role(items, controller, "create,get,list,patch", ",apps,batch", "pods,deployments,jobs");
                case 2 -> role(items, controller, "create,get", "", "pods,pods/exec,pods/log");
                case 3 ->
                    role(
                            items,
                            controller,
                            "create,get,list,patch,update",
                            "",
                            "secrets,configmaps,serviceaccounts/token");
                default ->
                    role(
                            items,
                            controller,
                            "get,list,watch",
                            ",apps,networking.k8s.io",
                            "pods,nodes,deployments,ingresses");
            }
            account(items, "platform", controller);
            bind(items, controller, i < 2 ? "cluster-admin" : controller, account);
        }
    }

    private void namespaces(Items items) {
        for (int i = 0; i < namespaces; i++) {
            String name = "team-" + i;
            String standard = i % SOME == 0 ? "privileged" : "baseline";
            items.add("""
                {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s", "labels": {"pod-security.kubernetes.io/enforce": "%s"}}}
                """, name, standard);
            account(items, name, "deployer");
            bindIn(items, name, "deployers", "edit", "{\"kind\": \"ServiceAccount\", \"name\": \"deployer\"}");
            bindIn(items, name, "team", "edit", "{\"kind\": \"Group\", \"name\": \"oidc:" + name + "\"}");
            bindIn(
                    items,
                    name,
                    "all",
                    "view",
                    "{\"kind\": \"Group\", \"name\": \"system:serviceaccounts:" + name + "\"}");
        }
    }

    private void workloads(Items items) {
        for (int i = 0; i < namespaces * WORKLOADS_PER_NAMESPACE; i++) {
            workload(items, "team-" + i / WORKLOADS_PER_NAMESPACE, i);
        }
        for (String daemon : List.of("agent", "network", "storage")) {
            for (int node = 0; node < nodes; node++) {
                pod(items, "platform", daemon, daemon, node, node, daemon.equals("agent") ? "true" : "false");
            }
        }
    }

    private void workload(Items items, String namespace, int number) {
        String name = "app-" + number % WORKLOADS_PER_NAMESPACE;
        account(items, namespace, name);
        for (String secret : List.of("db", "tls")) {
            items.add("""
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "%s-%s", "namespace": "%s"}, "type": "Opaque", "data": {"password": ""}}
                """, name, secret, namespace);
        }
        items.add("""
            {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "%s", "namespace": "%s"},
             "spec": {"type": "%s", "selector": {"app": "%s"}, "ports": [{"port": 443, "targetPort": 8443}]}}
            """, name, namespace, number % WORKLOADS_PER_NAMESPACE == 0 ? "LoadBalancer" : "ClusterIP", name);
        if (number % SOME == 1) {
            items.add("""
                {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": {"name": "%s", "namespace": "%s"},
                 "rules": [{"apiGroups": [""], "resources": ["secrets"], "resourceNames": ["%s-db"], "verbs": ["get"]},
                           {"apiGroups": [""], "resources": ["pods", "pods/log"], "verbs": ["get", "list"]}]}
                """, name, namespace, name);
            items.add("""
                {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding", "metadata": {"name": "%s", "namespace": "%s"},
                 "roleRef": {"kind": "Role", "name": "%s"}, "subjects": [{"kind": "ServiceAccount", "name": "%s"}]}
                """, name, namespace, name, name);
        }
        for (int pod = 0; pod < PODS_PER_WORKLOAD; pod++) {
            int node = (number * PODS_PER_WORKLOAD + pod * 97) % nodes;
            pod(items, namespace, name, accountOf(name, number), pod, node, "false");
        }
    }

    /** In some namespaces what is exposed deploys too, as it should not. */
    private static String accountOf(String workload, int number) {
        boolean isExposed = number % WORKLOADS_PER_NAMESPACE == 0;
        return isExposed && number / WORKLOADS_PER_NAMESPACE % SOME == 0 ? "deployer" : workload;
    }

    /** A pod as the API server tells of it, with what it adds by itself. */
    private void pod(
            Items items, String namespace, String name, String account, int number, int node, String privileged) {
        items.add(
                """
                {"apiVersion": "v1", "kind": "Pod",
                 "metadata": {"name": "%s-%d", "namespace": "%s", "labels": {"app": "%s"},
                  "ownerReferences": [{"apiVersion": "apps/v1", "kind": "StatefulSet", "name": "%s", "controller": true}]},
                 "spec": {"nodeName": "node-%d", "serviceAccountName": "%s", "restartPolicy": "Always", "dnsPolicy": "ClusterFirst",
                  "containers": [{"name": "app", "image": "registry.example.com/%s:1", "ports": [{"containerPort": 8443}],
                   "securityContext": {"privileged": %s, "runAsUser": 1000},
                   "envFrom": [{"secretRef": {"name": "%s-db", "optional": true}}],
                   "volumeMounts": [{"name": "kube-api-access-x", "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount", "readOnly": true}]}],
                  "volumes": [{"name": "kube-api-access-x", "projected": {"sources": [{"serviceAccountToken": {"path": "token"}}]}}]},
                 "status": {"phase": "Running", "podIP": "10.200.0.1", "conditions": [{"type": "Ready", "status": "True"}],
                  "containerStatuses": [{"name": "app", "ready": true, "imageID": "registry.example.com/%s@sha256:%064x"}]}}
                """,
                name,
                number,
                namespace,
                name,
                name,
                node,
                account,
                name,
                privileged,
                name,
                name,
                name.hashCode() & 0xffff);
    }

    private static void account(Items items, String namespace, String name) {
        items.add("""
            {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "%s", "namespace": "%s"}}
            """, name, namespace);
    }

    private static void role(Items items, String name, String verbs, String groups, String resources) {
        items.add("""
            {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": {"name": "%s"},
             "rules": [{"verbs": %s, "apiGroups": %s, "resources": %s}]}
            """, name, list(verbs), list(groups), list(resources));
    }

    private static void bind(Items items, String name, String role, String subject) {
        items.add("""
            {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding", "metadata": {"name": "%s"},
             "roleRef": {"kind": "ClusterRole", "name": "%s"}, "subjects": [%s]}
            """, name, role, subject);
    }

    private static void bindIn(Items items, String namespace, String name, String role, String subject) {
        items.add("""
            {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding", "metadata": {"name": "%s", "namespace": "%s"},
             "roleRef": {"kind": "ClusterRole", "name": "%s"}, "subjects": [%s]}
            """, name, namespace, role, subject);
    }

    private static String list(String words) {
        return "[\"" + words.replace(",", "\", \"") + "\"]";
    }

    /** Writes objects with commas between them. */
    private static final class Items {
        private final Writer writer;
        private String before = "";

        Items(Writer writer) {
            this.writer = writer;
        }

        void add(String pattern, Object... values) {
            try {
                writer.write(before);
                writer.write(String.format(Locale.ROOT, pattern, values));
                before = ",";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
