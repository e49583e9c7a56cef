package dev.throughline.explore;

/**
 * A relation that no source states: what the analysis derived. The name of the constant is the relationship type in Neo4j.
 */
public enum DerivedRelation {
    /** The image was built from the repository or commit, as some evidence says. */
    BUILT_FROM,
    /** The workload, cluster or cloud resource was deployed from the repository or commit, as some evidence says. */
    DEPLOYED_FROM,
    /** Who holds the source can take the target next. */
    CAN_ATTACK
}
