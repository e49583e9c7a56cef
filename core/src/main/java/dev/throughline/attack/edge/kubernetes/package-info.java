/** Steps within a cluster: containers and nodes, Kubernetes identities, mounted secrets. {@link dev.throughline.attack.edge.kubernetes.KubernetesEdges} lists them. */
@NullMarked
package dev.throughline.attack.edge.kubernetes;

import org.jspecify.annotations.NullMarked;
