package dev.throughline.connector.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose answers a file holds: told by its path, by whoever reads it, or by the first ARN in it.
 *
 * @param account account; null if nothing tells
 * @param region region; null if nothing tells
 * @param subject what the answer is about where it does not say so: the name of the file, decoded
 */
record Place(@Nullable String account, @Nullable String region, String subject) {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION =
            Pattern.compile("(us|eu|ap|sa|ca|me|af|il|mx|cn)(-gov|-iso[a-z]?)?-[a-z]+-[0-9]");
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:([a-z0-9-]*):([0-9]{12}):.*");
    private static final Pattern ZONE = Pattern.compile("([a-z0-9-]+[0-9])[a-z]");
    private static final Set<String> OWNERS = Set.of("OwnerId", "ownerId", "accountId", "awsAccountId", "registryId");

    static Place of(InputFile file, JsonLimits limits, @Nullable String account, @Nullable String region) {
        List<String> parts = Arrays.asList(file.name().split("/", -1));
        String ownAccount = account == null ? first(parts, ACCOUNT) : account;
        String ownRegion = region == null ? first(parts, REGION) : region;
        if (ownAccount == null || ownRegion == null) {
            Found found = new Found();
            Json.stream(file, limits, found::search);
            ownAccount = ownAccount == null ? found.account : ownAccount;
            ownRegion = ownRegion == null ? found.region : ownRegion;
        }
        String last = parts.get(parts.size() - 1).replaceFirst("\\.gz$", "").replaceFirst("\\.json$", "");
        return new Place(ownAccount, ownRegion, decoded(last));
    }

    /** Where an answer that is in memory belongs. */
    static Place of(Fields answer) {
        Found found = new Found();
        found.search(answer.node());
        return new Place(found.account, found.region, "");
    }

    /** The first account and region that a document names. */
    private static final class Found {
        private @Nullable String account;
        private @Nullable String region;

        /** Once both are found, the rest passes by. */
        void search(JsonStream value) {
            if (value.isArray()) {
                value.elements(element -> {
                    if (isMissing()) {
                        search(element.read().node());
                    }
                });
            } else {
                value.members((name, member) -> {
                    if (member.isArray()) {
                        search(member);
                    } else if (isMissing()) {
                        field(name, member.read().node());
                    }
                });
            }
        }

        private boolean isMissing() {
            return account == null || region == null;
        }

        private void field(String name, JsonNode value) {
            owner(name, value);
            search(value);
        }

        private void owner(String name, JsonNode value) {
            String text = value.asText();
            if (account == null
                    && OWNERS.contains(name)
                    && ACCOUNT.matcher(text).matches()) {
                account = text;
            }
            Matcher zone = ZONE.matcher(text);
            if (region == null && name.equals("AvailabilityZone") && zone.matches()) {
                region = zone.group(1);
            }
        }

        private void search(JsonNode node) {
            node.properties().forEach(field -> owner(field.getKey(), field.getValue()));
            Matcher arn = ARN.matcher(node.isTextual() ? node.textValue() : "");
            if (arn.matches()) {
                account = account == null ? arn.group(2) : account;
                region = region == null && !arn.group(1).isEmpty() ? arn.group(1) : region;
            }
            for (Iterator<JsonNode> parts = node.elements(); parts.hasNext() && isMissing(); ) {
                search(parts.next());
            }
        }
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name; // not every name was encoded
        }
    }

    private static @Nullable String first(List<String> parts, Pattern pattern) {
        return parts.stream()
                .filter(part -> pattern.matcher(part).matches())
                .findFirst()
                .orElse(null);
    }

    Place in(@Nullable String otherAccount, @Nullable String otherRegion) {
        return new Place(
                otherAccount == null ? account : otherAccount, otherRegion == null ? region : otherRegion, subject);
    }

    /** The key of a regional resource. */
    AssetKey key(String service, String resource) {
        return AssetKey.of(
                AssetKind.CLOUD_RESOURCE,
                partition() + service + ":" + requiredRegion() + ":" + requiredAccount() + ":" + resource);
    }

    AssetKey ec2(String resource) {
        return key("ec2", resource);
    }

    /** The key of a resource of the whole account. */
    AssetKey global(String service, String resource) {
        return AssetKey.of(AssetKind.CLOUD_RESOURCE, partition() + service + "::" + requiredAccount() + ":" + resource);
    }

    private String partition() {
        String in = region == null ? "" : region;
        return "arn:aws" + (in.startsWith("cn-") ? "-cn" : in.startsWith("us-gov-") ? "-us-gov" : "") + ":";
    }

    AssetKey bucket(String name) {
        return AssetKey.of(AssetKind.DATA_STORE, partition() + "s3:::" + name);
    }

    String requiredRegion() {
        if (region == null) {
            throw new IllegalArgumentException(
                    "the region is not known: name it in the source, or put the file into a folder of its name");
        }
        return region;
    }

    String requiredAccount() {
        if (account == null) {
            throw new IllegalArgumentException(
                    "the account is not known: name it in the source, or put the file into a folder of its name");
        }
        return account;
    }

    /** The account that owns something: the one its ARN names, else the one whose answer tells of it. */
    String owner(AssetKey key) {
        Matcher arn = ARN.matcher(key.value());
        return arn.matches() ? arn.group(2) : requiredAccount();
    }

    static AssetKey arn(String arn) {
        if (!arn.startsWith("arn:aws")) {
            throw new IllegalArgumentException("not an ARN where one is expected");
        }
        return AssetKey.of(AssetKind.CLOUD_RESOURCE, arn);
    }
}
