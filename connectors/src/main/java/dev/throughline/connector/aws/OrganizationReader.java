package dev.throughline.connector.aws;

import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudAccount;
import dev.throughline.model.CloudResource;
import dev.throughline.model.RelationType;
import java.util.Map;

/** Accounts, organizational units, service and resource control policies of AWS Organizations. */
final class OrganizationReader {
    /** What policies do where they are attached, by their types. */
    private static final Map<String, String> TYPES =
            Map.of("SERVICE_CONTROL_POLICY", "service-control", "RESOURCE_CONTROL_POLICY", "resource-control");

    private OrganizationReader() {}

    static void account(Item item, Facts facts) {
        AssetKey key = account(item.requiredText("Id"));
        facts.add(new CloudAccount(key, item.text("Name"), "aws"));
        String parent = facts.place().subject();
        if (parent.startsWith("ou-") || parent.startsWith("r-")) { // list-accounts-for-parent
            facts.relate(unit(parent, item.requiredText("Arn")), RelationType.CONTAINS, key);
        }
    }

    private static AssetKey account(String id) {
        return AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/" + id);
    }

    /** The key of a unit or root, by its id; the ARN of something else in the organization tells the organization. */
    private static AssetKey unit(String id, String arn) {
        String[] parts = arn.split("/", -1);
        String head = parts[0].substring(0, parts[0].lastIndexOf(':') + 1);
        return AssetKey.of(
                AssetKind.CLOUD_RESOURCE, head + (id.startsWith("r-") ? "root/" : "ou/") + parts[1] + "/" + id);
    }

    /** {@code list-roots} and {@code list-organizational-units-for-parent}, in a file named after the parent. */
    static void unit(Item item, Facts facts) {
        String arn = item.requiredText("Arn");
        AssetKey key = Place.arn(arn);
        facts.add(new CloudResource(key, item.text("Name"), "organizational unit", null));
        String parent = facts.place().subject();
        if (parent.startsWith("ou-") || parent.startsWith("r-")) {
            facts.relate(unit(parent, arn), RelationType.CONTAINS, key);
        }
    }

    /** {@code describe-policy}: what the policy says. */
    static void policy(Item item, Facts facts) {
        Item summary = item.object("PolicySummary");
        String type = TYPES.get(String.valueOf(summary.text("Type")));
        if (type != null) {
            AssetKey key = Place.arn(summary.requiredText("Arn"));
            facts.add(Iam.policy(key, summary.text("Name"), item.get("Content"), type));
        }
    }

    /** {@code list-policies-for-target}, in a file named after the target. */
    static void attached(Item item, Facts facts) {
        String target = facts.place().subject();
        String arn = item.requiredText("Arn");
        boolean account = target.matches("[0-9]{12}");
        if (!account && !target.startsWith("ou-") && !target.startsWith("r-")) {
            throw new WrongShape(
                    item.fields().pointer(), "what the policy hangs at is not known: name the file after its id");
        }
        if (!arn.contains("::aws:") || account) {
            AssetKey at = account ? account(target) : unit(target, arn);
            facts.relate(at, RelationType.GUARDED_BY, Place.arn(arn));
        }
    }

    /** {@code list-targets-for-policy}, in a file named after the ARN of the policy. */
    static void target(Item item, Facts facts) {
        String policy = facts.place().subject();
        if (!policy.startsWith("arn:aws")) {
            throw new WrongShape(item.fields().pointer(), "the policy is not known: name the file after its ARN");
        }
        String id = item.requiredText("TargetId");
        AssetKey at = "ACCOUNT".equals(item.text("Type")) ? account(id) : Place.arn(item.requiredText("Arn"));
        facts.relate(at, RelationType.GUARDED_BY, Place.arn(policy));
    }
}
