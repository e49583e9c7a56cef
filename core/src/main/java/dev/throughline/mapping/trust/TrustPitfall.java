package dev.throughline.mapping.trust;

/**
 * How a condition on a token of a build platform admits more than was meant. Sources: GitHub, <em>OpenID Connect
 * reference</em>; GitLab, <em>OpenID Connect in cloud services</em>; AWS IAM, <em>condition operators</em>.
 */
public enum TrustPitfall {
    /** {@code *}, {@code repo:*}. */
    EVERYBODY("the condition admits every repository of the platform, so anybody who signs up there becomes the"
            + " identity"),
    /** No condition on {@code sub}. */
    NO_SUBJECT(
            "no condition on the subject was read: without one, every repository of the platform becomes the identity"),
    /** {@code repo:acme*}. */
    OPEN_OWNER("the wildcard stands within the name of the owner, so it admits every owner whose name fits, and anybody"
            + " can register one"),
    /** {@code repo:acme/*}. */
    EVERY_REPOSITORY_OF_OWNER(
            "the condition admits every repository of the owner, so whoever may create one there becomes"
                    + " the identity"),
    /** {@code repo:acme/shop*}. */
    OPEN_REPOSITORY(
            "the wildcard stands within the name of the repository, so it admits every repository of the owner whose"
                    + " name fits"),
    /** {@code repo:acme/shop:*}. */
    EVERY_REF(
            "the condition admits every branch, tag and pull request of the repository, so whoever may push any branch"
                    + " becomes the identity, unreviewed"),
    /** {@code repo:acme/shop:ref:refs/heads/release*}. */
    OPEN_REF("the wildcard stands within the name of the branch, tag or environment, so whoever may create one whose"
            + " name fits becomes the identity"),
    /** {@code repo:acme/shop:pull_request}. */
    PULL_REQUEST("the condition admits pull requests, whose code nobody has reviewed yet"),
    /** The condition of a provider of a workload identity pool that was not read, or not understood. */
    UNKNOWN_CONDITION("the condition of the provider was not read or not understood, so whom it lets in is not known"),
    /** No condition on {@code aud}. */
    NO_AUDIENCE("no condition on the audience was read: without one, a token that was made out for somebody else is"
            + " accepted, and they can pass it on");

    private final String explanation;

    TrustPitfall(String explanation) {
        this.explanation = explanation;
    }

    /**
     * What is wrong, in one sentence.
     *
     * @return the sentence
     */
    public String explanation() {
        return explanation;
    }
}
