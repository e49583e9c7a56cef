package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Repository;
import dev.throughline.model.Visibility;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A repository as the list of all repositories describes it.
 *
 * @param name name without its owner
 * @param asset what the list says of it
 */
record ListedRepository(String name, Repository asset) {
    static ListedRepository read(Fields entry, Owner owner) {
        String name = entry.requiredText("name");
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new WrongShape(entry.pointer() + "/name", "expected the name of a repository");
        }
        String fullName = entry.text("full_name");
        AssetKey key = owner.repository(fullName == null ? owner.login() + "/" + name : fullName);
        Fields features = entry.object("security_and_analysis");
        return new ListedRepository(
                name,
                new Repository(
                        key,
                        name,
                        entry.scalar("id"),
                        entry.text("html_url"),
                        visibility(entry),
                        entry.text("default_branch"),
                        entry.bool("archived"),
                        entry.bool("fork"),
                        codeScanning(features),
                        isEnabled(features, "secret_scanning"),
                        isEnabled(features, "secret_scanning_push_protection"),
                        dependencyAlerts(features),
                        entry.instant("pushed_at"),
                        entry.instant("created_at"),
                        entry.bool("allow_forking"),
                        null));
    }

    AssetKey key() {
        return asset.key();
    }

    /** The same with the features that are on because they have answered. */
    Repository withAnswers(boolean codeScanning, boolean dependencyAlerts) {
        return new Repository(
                key(),
                asset.name(),
                asset.nativeId(),
                asset.url(),
                asset.visibility(),
                asset.defaultBranch(),
                asset.archived(),
                asset.fork(),
                codeScanning ? Boolean.TRUE : asset.codeScanning(),
                asset.secretScanning(),
                asset.pushProtection(),
                dependencyAlerts ? Boolean.TRUE : asset.dependencyAlerts(),
                asset.pushedAt(),
                asset.createdAt(),
                asset.forkingAllowed(),
                null);
    }

    private static @Nullable Visibility visibility(Fields entry) {
        String visibility = entry.text("visibility");
        if (visibility == null) {
            return Boolean.FALSE.equals(entry.bool("private")) ? Visibility.PUBLIC : null;
        }
        return switch (visibility.toLowerCase(Locale.ROOT)) {
            case "public" -> Visibility.PUBLIC;
            case "internal" -> Visibility.INTERNAL;
            case "private" -> Visibility.PRIVATE;
            default -> null;
        };
    }

    /** Where the product is off, so is code scanning; where it is on, code scanning need not be set up. */
    private static @Nullable Boolean codeScanning(Fields features) {
        Boolean product = isEnabled(features, "code_security");
        Boolean licensed = product == null ? isEnabled(features, "advanced_security") : product;
        return Boolean.FALSE.equals(licensed) ? licensed : null;
    }

    /** Security updates need alerts; without updates there may still be alerts. */
    private static @Nullable Boolean dependencyAlerts(Fields features) {
        Boolean updates = isEnabled(features, "dependabot_security_updates");
        return Boolean.TRUE.equals(updates) ? updates : null;
    }

    private static @Nullable Boolean isEnabled(Fields features, String feature) {
        String status = features.object(feature).text("status");
        return status == null ? null : Boolean.valueOf(status.equals("enabled"));
    }
}
