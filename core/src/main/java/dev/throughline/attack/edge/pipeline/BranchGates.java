package dev.throughline.attack.edge.pipeline;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two gates before a protected branch. The merge gate asks for reviews, or is locked; the push gate admits only named
 * actors. Who writes directly must pass both. What is not known closes no gate. Sources: GitHub, <em>About protected
 * branches</em>; GitLab, <em>Protected branches</em>; Azure DevOps, <em>Branch policies</em>.
 */
final class BranchGates {
    /** Whether a gate lets an actor through. */
    enum Passage {
        OPEN,
        UNKNOWN,
        CLOSED;

        private Passage and(Passage other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private final Branch branch;

    BranchGates(Branch branch) {
        this.branch = branch;
    }

    /** Whether a member may write to the branch without anybody else. */
    Passage write(Member member) {
        if (!member.role().mayWrite()) {
            return Passage.CLOSED;
        }
        return Boolean.FALSE.equals(branch.isProtected())
                ? Passage.OPEN
                : merge(member).and(push(member));
    }

    private Passage merge(Member member) {
        boolean admin = member.role() == Role.ADMIN;
        if (Boolean.TRUE.equals(branch.locked())) {
            return admin ? unlessEnforced() : Passage.CLOSED;
        }
        Long reviews = branch.requiredReviews();
        if (reviews != null && reviews == 0) {
            return Passage.OPEN;
        }
        Passage passage = admin || names(branch.reviewBypassers(), member) ? unlessEnforced() : Passage.CLOSED;
        return reviews == null && passage == Passage.CLOSED ? Passage.UNKNOWN : passage;
    }

    /** Only what bypasses the merge gate is bound by this setting. */
    private Passage unlessEnforced() {
        if (branch.enforcedForAdmins() == null) {
            return Passage.UNKNOWN;
        }
        return branch.enforcedForAdmins() ? Passage.CLOSED : Passage.OPEN;
    }

    private Passage push(Member member) {
        if (!Boolean.TRUE.equals(branch.pushRestricted())
                || member.role() == Role.ADMIN
                || names(branch.pushers(), member)) {
            return Passage.OPEN;
        }
        return branch.pushers() == null ? Passage.UNKNOWN : Passage.CLOSED;
    }

    private static boolean names(@Nullable List<String> actors, Member member) {
        if (actors == null) {
            return false;
        }
        return actors.contains(member.key().text())
                || actors.stream()
                        .filter(actor -> actor.startsWith("role:"))
                        .flatMap(actor -> Role.named(actor.substring("role:".length())).stream())
                        .anyMatch(role -> member.role().compareTo(role) >= 0);
    }

    /** Whether a member may create a branch of a new name, given all branches and patterns of the repository. */
    static Passage create(Member member, Iterable<Branch> branches) {
        if (!member.role().mayWrite()) {
            return Passage.CLOSED;
        }
        Passage passage = Passage.OPEN;
        for (Branch branch : branches) {
            if (Boolean.TRUE.equals(branch.creationBlocked()) && fitsEveryName(branch)) {
                passage = passage.and(new BranchGates(branch).push(member));
            }
        }
        return passage;
    }

    private static boolean fitsEveryName(Branch branch) {
        return branch.name() != null
                && (branch.name().equals("*") || branch.name().equals("**"));
    }

    /** Whether whoever may write to the repository, and nothing more is known of them, may write to the branch. */
    static Passage writer(Branch branch) {
        return new BranchGates(branch).write(new Member(AssetKey.ANONYMOUS, Role.WRITE));
    }
}
