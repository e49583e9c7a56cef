package dev.throughline.connector.gcp;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Locale;

/** Keys of Google Cloud: full resource names, members of policies, and projects as accounts. */
final class Names {
    private static final String PROJECTS = "//cloudresourcemanager.googleapis.com/projects/";
    private static final String COMPUTE = "//compute.googleapis.com/";

    private Names() {}

    /** A project with an id is an account; by its number, and everything else, it is a resource. */
    static AssetKey key(String name) {
        String project = name.startsWith(PROJECTS) ? name.substring(PROJECTS.length()) : "";
        boolean isId = !project.isEmpty()
                && project.indexOf('/') < 0
                && !project.chars().allMatch(Character::isDigit);
        return isId
                ? AssetKey.of(AssetKind.CLOUD_ACCOUNT, "gcp/" + project)
                : AssetKey.of(AssetKind.CLOUD_RESOURCE, name);
    }

    /** A reference within Compute Engine, which is an address of the API, a path or a full name. */
    static AssetKey compute(String reference) {
        int start = reference.indexOf("projects/");
        return AssetKey.of(
                AssetKind.CLOUD_RESOURCE,
                reference.startsWith("//") || start < 0 ? reference : COMPUTE + reference.substring(start));
    }

    /** A principal as policies write it, such as {@code serviceAccount:shop@acme.iam.gserviceaccount.com}. */
    static AssetKey member(String member) {
        int colon = member.indexOf(':');
        boolean isAddress = colon > 0 && !member.startsWith("principal");
        return AssetKey.of(
                AssetKind.IDENTITY,
                isAddress ? member.substring(0, colon) + member.substring(colon).toLowerCase(Locale.ROOT) : member);
    }

    static AssetKey account(String email) {
        return member("serviceAccount:" + email);
    }
}
