package dev.throughline.risk;

import dev.throughline.model.Text;

/**
 * The name of a risk factor. The first four are also the values of {@code runtime_risks} in GitHub's artifact metadata
 * API. Applications may add their own.
 *
 * @param id lower-case letters, digits and hyphens
 */
public record Factor(String id) implements Comparable<Factor> {
    /** Reachable from the internet, through every filter on the way. */
    public static final Factor INTERNET_EXPOSED = new Factor("internet-exposed");

    /** Holds sensitive data, or a credential that opens it. */
    public static final Factor SENSITIVE_DATA = new Factor("sensitive-data");

    /** The business depends on it. */
    public static final Factor CRITICAL_RESOURCE = new Factor("critical-resource");

    /** Whoever takes it can go on to something else. */
    public static final Factor LATERAL_MOVEMENT = new Factor("lateral-movement");

    /** Attackers are known to exploit the vulnerability. */
    public static final Factor KNOWN_EXPLOITED = new Factor("known-exploited");

    /** The vulnerability will probably be exploited soon. */
    public static final Factor EXPLOIT_LIKELY = new Factor("exploit-likely");

    /** The vulnerability lets a remote attacker run code of their own. */
    public static final Factor REMOTE_CODE_EXECUTION = new Factor("remote-code-execution");

    /** A workload with more power over its node than a container should have. */
    public static final Factor PRIVILEGED_WORKLOAD = new Factor("privileged-workload");

    /** Anybody may read it without signing in; whether a network path leads to it is another matter. */
    public static final Factor PUBLIC_ACCESS = new Factor("public-access");

    /** Its identity may do far more than one workload needs. */
    public static final Factor EXCESSIVE_PERMISSIONS = new Factor("excessive-permissions");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the id has not the form of one
     */
    public Factor {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("'" + Text.quote(id) + "' is not the name of a risk factor");
        }
    }

    @Override
    public int compareTo(Factor other) {
        return id.compareTo(other.id);
    }

    /** {@return the id} */
    @Override
    public String toString() {
        return id;
    }
}
