package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what protects one branch: its protection rule (REST, <em>Protected branches</em>) and the rules of all
 * rulesets that apply to it (REST, <em>Rules</em>). Where both speak, the stricter counts.
 */
final class BranchProtection {
    private static final List<String> SETTINGS = List.of(
            "required_pull_request_reviews",
            "required_status_checks",
            "enforce_admins",
            "restrictions",
            "allow_force_pushes");

    private final Owner owner;
    private final AssetKey key;
    private final String name;
    private @Nullable Boolean isProtected;
    private @Nullable Long reviews;
    private @Nullable Boolean byCodeOwners;
    private @Nullable Boolean enforced;
    private @Nullable Boolean restricted;
    private @Nullable Boolean forcePush;
    private @Nullable Boolean locked;
    private @Nullable Boolean creationBlocked;
    private @Nullable List<String> bypassers;
    private @Nullable List<String> pushers;

    /** Without protection nothing is required and history may be rewritten. */
    BranchProtection(Owner owner, AssetKey key, String name, @Nullable Boolean isProtected) {
        this.owner = owner;
        this.key = key;
        this.name = name;
        this.isProtected = isProtected;
        if (Boolean.FALSE.equals(isProtected)) {
            reviews = 0L;
            byCodeOwners = false;
            enforced = false;
            restricted = false;
            forcePush = true;
        }
    }

    Branch branch() {
        return new Branch(
                key,
                name,
                isProtected,
                reviews,
                byCodeOwners,
                enforced,
                restricted,
                forcePush,
                locked,
                bypassers,
                pushers,
                creationBlocked);
    }

    void classic(Fields protection) {
        if (SETTINGS.stream().noneMatch(protection::has)) { // such as the body of an error
            throw new WrongShape(protection.pointer(), "this is not the protection of a branch");
        }
        Fields asked = protection.object("required_pull_request_reviews");
        isProtected = true;
        reviews = asked.isAbsent() ? Long.valueOf(0) : asked.number("required_approving_review_count");
        byCodeOwners = asked.isAbsent() ? Boolean.FALSE : asked.bool("require_code_owner_reviews");
        bypassers = actors(asked.object("bypass_pull_request_allowances"));
        enforced = protection.object("enforce_admins").bool("enabled");
        restricted = protection.has("restrictions");
        pushers = actors(protection.object("restrictions"));
        forcePush = protection.object("allow_force_pushes").bool("enabled");
        locked = protection.object("lock_branch").bool("enabled");
        creationBlocked = protection.object("block_creations").bool("enabled");
    }

    /** Who may pass by a ruleset is told only to those who may edit it, so it stays unknown whether anybody may. */
    void rule(Fields rule) {
        Fields parameters = rule.object("parameters");
        switch (rule.requiredText("type")) {
            case "pull_request" -> {
                Long required = parameters.number("required_approving_review_count");
                boolean open = reviews == null || reviews == 0;
                enforced = open ? null : enforced;
                reviews = reviews == null || (required != null && required > reviews) ? required : reviews;
                isProtected = true;
            }
            case "update" -> {
                restricted = true;
                isProtected = true;
            }
            case "non_fast_forward" -> {
                forcePush = false;
                isProtected = true;
            }
            default -> {
                // Checks, signatures and the like stop nobody who writes sound commits.
            }
        }
    }

    private @Nullable List<String> actors(Fields allowed) {
        if (allowed.isAbsent()) {
            return null;
        }
        List<String> actors = new ArrayList<>();
        for (Fields user : allowed.list("users")) {
            actors.add(owner.developer(user.requiredText("login")).text());
        }
        for (Fields team : allowed.list("teams")) {
            actors.add(owner.team(team.requiredText("slug")).text());
        }
        return actors;
    }
}
