package dev.throughline.connector.kubernetes;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows controllers from a pod up to the workload a person made: Pod, ReplicaSet, Deployment; Pod, Job, CronJob.
 * Where an object on the way is not in the dump, the chain ends at its name; nothing is guessed from how names look.
 */
final class OwnerChain {
    /** Kinds whose objects other objects make. What controls a kind that people make, an operator say, is left out. */
    private static final Set<String> MADE_BY_CONTROLLERS = Set.of("Pod", "ReplicaSet", "ReplicationController", "Job");

    /** More than any real chain has; ends those that bite their tail. */
    private static final int LONGEST = 8;

    private final Map<WorkloadName, ControllerObject> controllers;

    OwnerChain(Map<WorkloadName, ControllerObject> controllers) {
        this.controllers = controllers;
    }

    WorkloadName top(WorkloadName start, @Nullable Owner controller) {
        WorkloadName top = start;
        Owner owner = controller;
        for (int i = 0; owner != null && isFollowed(top, owner) && i < LONGEST; i++) {
            top = new WorkloadName(start.namespace(), owner.kind(), owner.name());
            ControllerObject known = controllers.get(top);
            owner = known == null ? null : known.controller();
        }
        return top;
    }

    /** A static pod is controlled by its node, and is a workload of its own. */
    private static boolean isFollowed(WorkloadName name, Owner owner) {
        return MADE_BY_CONTROLLERS.contains(name.kind()) && !owner.kind().equals(ObjectKind.NODE.apiName());
    }
}
