package dev.throughline.attack.edge.aws;

import dev.throughline.model.PolicyStatement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the policy of a resource names whoever calls (IAM JSON policy elements: Principal). */
enum Caller {
    /** Itself, or anybody. */
    NAMED,
    /** By its account, which may hand the permission on. */
    ACCOUNT,
    /** Not at all. */
    OTHER;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");

    static Caller of(PolicyStatement statement, Subject subject) {
        Caller best = OTHER;
        for (String principal : statement.principals()) {
            Caller found = named(principal, subject);
            best = found.compareTo(best) < 0 ? found : best;
        }
        if (statement.exceptPrincipals()) {
            return best == OTHER ? NAMED : OTHER;
        }
        return best;
    }

    /** Whether a statement is about everybody, or everybody but some. */
    static boolean isAnybody(PolicyStatement statement) {
        return statement.exceptPrincipals()
                || statement.principals().contains("*")
                || statement.principals().contains("aws:*");
    }

    /** Whether a statement names a role as such, and none of its sessions: the boundary of the role holds then. */
    static boolean isRole(PolicyStatement statement, Subject subject) {
        Arn own = subject.arn();
        return own != null
                && own.resource().startsWith("role/")
                && !statement.exceptPrincipals()
                && statement.principals().stream()
                        .filter(principal -> named(principal, subject) == NAMED)
                        .allMatch(principal ->
                                principal.equals("aws:" + subject.key().value()));
    }

    private static Caller named(String principal, Subject subject) {
        String who = principal.startsWith("aws:") ? principal.substring("aws:".length()) : principal;
        if (who.equals("*") || who.equals(subject.key().value())) {
            return NAMED;
        }
        if (subject.account().equals(account(principal))) {
            return ACCOUNT;
        }
        // A session of a role is named by the role and the name of the session.
        Arn session = who.contains(":assumed-role/") ? Arn.parse(who) : null;
        Arn own = subject.arn();
        return session != null
                        && own != null
                        && own.resource().startsWith("role/")
                        && session.account().equals(own.account())
                        && session.resource().startsWith("assumed-role/" + own.name() + "/")
                ? NAMED
                : OTHER;
    }

    /** The account that a principal of a policy names as a whole; null if it names something else. */
    static @Nullable String account(String principal) {
        if (!principal.startsWith("aws:")) {
            return null;
        }
        String who = principal.substring("aws:".length());
        Arn arn = Arn.parse(who);
        if (arn != null && arn.service().equals("iam") && arn.resource().equals("root")) {
            return arn.account();
        }
        return NUMBER.matcher(who).matches() ? who : null;
    }
}
