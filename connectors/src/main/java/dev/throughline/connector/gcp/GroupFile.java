package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memberships of one group of Cloud Identity, which do not name the group: the file does, as
 * {@code groups/<address>/memberships.json}. Source: Cloud Identity API, {@code groups.memberships.list}.
 *
 * @param file the file
 * @param limits how large it may be
 */
record GroupFile(InputFile file, JsonLimits limits) implements Partition {
    private static final Pattern NAME = Pattern.compile("(?:.*/)?groups/([^/]+@[^/]+)/memberships\\.json(?:\\.gz)?");

    /** How policies write a member of a type. */
    private static final Map<String, String> PREFIXES =
            Map.of("USER", "user:", "SERVICE_ACCOUNT", "serviceAccount:", "GROUP", "group:");

    static boolean isOne(InputFile file) {
        return NAME.matcher(file.name()).matches();
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        Matcher address = NAME.matcher(file.name());
        if (!address.matches()) {
            throw new IllegalStateException(file.name());
        }
        AssetKey group = Names.member("group:" + address.group(1));
        sink.accept(new IdentityGroup(group, address.group(1), null));
        Completeness[] completeness = {Completeness.complete()};
        Json.stream(file, limits, document -> completeness[0] = memberships(document, group, sink));
        return completeness[0];
    }

    private static Completeness memberships(JsonStream document, AssetKey group, FactSink sink) {
        if (document.isArray()) {
            document.elements(each -> Records.one(each.read(), sink, (member, to) -> member(member, group, to)));
            return Completeness.complete();
        }
        Fields answer = document.read();
        if (!answer.has("memberships") && !answer.names().isEmpty()) {
            throw new WrongShape(answer.pointer(), "not the memberships of a group");
        }
        answer.list("memberships").forEach(each -> Records.one(each, sink, (member, to) -> member(member, group, to)));
        return answer.has("nextPageToken")
                ? Completeness.partial("more pages follow this one, which ends with nextPageToken")
                : Completeness.complete();
    }

    /** Devices and members of other kinds hold no roles. */
    private static void member(Fields membership, AssetKey group, FactSink sink) {
        String prefix = PREFIXES.get(membership.requiredText("type"));
        if (prefix != null) {
            AssetKey member = Names.member(
                    prefix + membership.object("preferredMemberKey").requiredText("id"));
            sink.accept(new Relation(member, RelationType.MEMBER_OF, group));
        }
    }
}
