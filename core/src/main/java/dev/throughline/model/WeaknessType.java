package dev.throughline.model;

/** What kind of scan found a weakness. */
public enum WeaknessType {
    /** Static analysis of code. */
    CODE,
    /** Search for credentials. */
    SECRET,
    /** Vulnerable dependency declared in a repository. */
    DEPENDENCY,
    /** Vulnerable package in a container image. */
    CONTAINER_IMAGE,
    /** Misconfiguration in a template. */
    INFRASTRUCTURE_AS_CODE,
    /** Misconfiguration of a running resource. */
    CLOUD,
    /** Weak setting of a development platform. */
    POSTURE,
    /** An artifact whose origin is not what it should be. */
    UNEXPECTED_ORIGIN
}
