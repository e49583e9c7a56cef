package dev.throughline.mapping;

/** Why a stage of a chain is missing, known in part or in conflict. Code may rely on the names, people read the reason. */
public enum Cause {
    /** Nothing tells which digest a tag stood for, so nobody knows what runs. */
    TAG_NOT_RESOLVED,
    /** It is known that something runs, and not which image. */
    NO_IMAGE,
    /** No image is known to be built from the code. */
    NO_BUILD,
    /** The image is known, and no evidence of any method names its source. */
    NO_SIGNAL,
    /** The image is of a public registry, below a name to which nothing publishes that was read: others built it. */
    THIRD_PARTY,
    /** Evidence names a repository that no scope reads, so nothing more is known of it than its name. */
    REPOSITORY_NOT_READ,
    /** The scope that would tell was read in part: a permission was lacking, or a part failed or is out of date. */
    READ_IN_PART,
    /** The repository was read, and defines no pipeline. */
    NO_PIPELINE,
    /** The repository has pipelines, and none of their runs is known to have pushed the image. */
    NO_PUSH_REPORTED,
    /** No cluster and no cloud resource that runs images was read. */
    NOTHING_RUNNING_READ,
    /** A cluster is known by name, and no scope reads it. */
    CLUSTER_NOT_READ,
    /** Everything was read, and nothing runs the image. */
    NOT_DEPLOYED,
    /** The stage before it is missing. */
    STAGE_BEFORE,
    /** Evidence contradicts itself. */
    CONFLICT
}
