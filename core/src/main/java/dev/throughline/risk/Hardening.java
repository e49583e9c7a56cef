package dev.throughline.risk;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What takes power over its node from a workload. It is worded in one place, so that a remedy of an attack step and one of a
 * verdict are known to be the same.
 */
public final class Hardening {
    private static final String REMEDIES = "remedies";
    private static final String AND = "; ";

    private Hardening() {}

    /**
     * To take all privileges from a container.
     *
     * @param container its key
     * @return the remedy
     */
    public static String unprivileged(AssetKey container) {
        return "run " + container.value() + " without privileged";
    }

    /**
     * To take a capability from a container.
     *
     * @param capability the capability as it was added, {@code ALL} among them
     * @param container its key
     * @return the remedy
     */
    public static String withoutCapability(String capability, AssetKey container) {
        return "drop the capability " + capability + " of " + container.value();
    }

    /**
     * To mount a path of the node no more.
     *
     * @param path the path as the volume tells it; null if it does not
     * @param container key of the container
     * @return the remedy
     */
    public static String withoutHostPath(@Nullable String path, AssetKey container) {
        return "drop the hostPath volume " + (path == null ? "" : path + " ") + "of " + container.value();
    }

    /**
     * To share a namespace with the node no more.
     *
     * @param setting {@code hostNetwork}, {@code hostPID} or {@code hostIPC}
     * @param workload key of the workload
     * @return the remedy
     */
    public static String withoutSharing(String setting, AssetKey workload) {
        return "drop " + setting + " of " + workload.value();
    }

    /**
     * Evidence of a verdict that ends when several remedies are carried out, all together.
     *
     * @param evidence the evidence
     * @param remedies what ends it
     * @return new evidence that names them
     */
    public static Evidence endedBy(Evidence evidence, List<String> remedies) {
        return evidence.with(REMEDIES, String.join(AND, remedies));
    }

    /**
     * What ends a verdict.
     *
     * @param verdict a verdict
     * @return the remedies, which end it together; empty if it names none
     */
    public static List<String> of(Verdict verdict) {
        String told = verdict.evidence().fields().get(REMEDIES);
        return told == null ? List.of() : List.of(told.split(AND, -1));
    }
}
