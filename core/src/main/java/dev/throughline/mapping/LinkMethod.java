package dev.throughline.mapping;

/** By what kind of evidence an asset is linked to its source. From strongest to weakest. */
public enum LinkMethod {
    /** Provenance whose signature, signer and subject were verified. */
    VERIFIED_PROVENANCE(Trust.SIGNED, Trust.SIGNED, 0.99),
    /** The platform reported which run pushed the digest. */
    PLATFORM_BUILD(Trust.PLATFORM, Trust.PLATFORM, 0.95),
    /** Provenance whose signature is absent or was not checked. The second side is the code host that keeps it. */
    PROVENANCE(Trust.ASSERTED, Trust.CLAIMED, 0.8),
    /**
     * Deployment tooling names the repository that deploys, which need not be the one that builds. The word of the object
     * is an annotation; the second side is the tool, whose own object lists what it applied.
     */
    DEPLOYMENT_TOOLING(Trust.ASSERTED, Trust.CLAIMED, 0.6),
    /**
     * Infrastructure as code names the repository of the template. The word of the resource is a tag; the second side is
     * the state of Terraform, which knows the resource by its id.
     */
    IAC_TAG(Trust.ASSERTED, Trust.CLAIMED, 0.6),
    /** Labels in the image's configuration. */
    IMAGE_LABEL(Trust.CLAIMED, Trust.CLAIMED, 0.5),
    /** Provenance whose verification failed: shown with the reason, and no more than anybody's word. */
    REFUSED_PROVENANCE(Trust.CLAIMED, Trust.CLAIMED, 0.2),
    /** A tag or name that looks like a commit or a repository. */
    NAME(Trust.GUESS, Trust.GUESS, 0.3);

    private final Trust trust;
    private final Trust alone;
    private final double confidence;

    LinkMethod(Trust trust, Trust alone, double confidence) {
        this.trust = trust;
        this.alone = alone;
        this.confidence = confidence;
    }

    /**
     * The most that a link of this kind can be trusted: with a second side that agrees, where it takes one. What a link is
     * worth, {@link Link#trust} tells.
     *
     * @return the trust grade
     */
    public Trust trust() {
        return trust;
    }

    /**
     * How far it is trusted if nobody else says the same.
     *
     * @return the trust grade, no more than {@link #trust()}
     */
    public Trust alone() {
        return alone;
    }

    /**
     * How often a link of this method alone is right.
     *
     * @return a probability, 0 to 1
     */
    public double confidence() {
        return confidence;
    }
}
