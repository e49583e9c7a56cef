/**
 * Reads what a Kubernetes cluster is made of from exports of its objects.
 *
 * <p>In reading order: {@link dev.throughline.connector.kubernetes.KubernetesConnector} reads every file into a
 * {@code Dump} of light records ({@code DumpReader}, {@code ManifestReader}, the classes named {@code …Object}); then
 * the classes named {@code …Facts} join the records of all files and hand over what the dump says of one namespace.
 */
@NullMarked
package dev.throughline.connector.kubernetes;

import org.jspecify.annotations.NullMarked;
