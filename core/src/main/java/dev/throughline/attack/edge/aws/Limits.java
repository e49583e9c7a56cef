package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands against principals of an account. {@link Restrictions} has one for all against whom the same stands, so two that are not
 * the same object are not equal.
 */
final class Limits {
    private final String account;
    private final List<AssetKey> boundaries;
    private final List<Statement> own;
    private final List<Statement> denies;
    private final @Nullable List<Statement> boundary;
    private final List<List<Statement>> levels;
    private final List<String> doubts;

    /**
     * Some limits.
     *
     * @param account account the principals act in
     * @param boundaries permission boundaries
     * @param own what policies of the principals deny
     * @param denies what these, the boundary and the organization deny
     * @param boundary what the permission boundary allows; null if there is none
     * @param levels what the organization allows, for the account and each level above it
     * @param doubts limits that are known to be there, but were not read
     */
    Limits(
            String account,
            List<AssetKey> boundaries,
            List<Statement> own,
            List<Statement> denies,
            @Nullable List<Statement> boundary,
            List<List<Statement>> levels,
            List<String> doubts) {
        this.account = account;
        this.boundaries = boundaries;
        this.own = own;
        this.denies = denies;
        this.boundary = boundary;
        this.levels = levels;
        this.doubts = doubts;
    }

    String account() {
        return account;
    }

    List<AssetKey> boundaries() {
        return boundaries;
    }

    List<Statement> own() {
        return own;
    }

    List<Statement> denies() {
        return denies;
    }

    @Nullable
    List<Statement> boundary() {
        return boundary;
    }

    List<List<Statement>> levels() {
        return levels;
    }

    List<String> doubts() {
        return doubts;
    }

    /** Whether nothing stands against them but what does against everybody in the account. */
    boolean isNone() {
        return boundaries.isEmpty() && own.isEmpty();
    }
}
