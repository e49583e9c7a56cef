package dev.throughline.samples.benchmark;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;

/**
 * An organization of Google Cloud: folders of a hundred projects, with instances, services, stores and secrets of each team, and
 * bindings of people, groups and service accounts at organization, folders, projects and resources.
 */
final class GcpFacts implements CloudFacts {
    private static final String PLACES = "//cloudresourcemanager.googleapis.com/";
    private static final int PROJECTS_PER_FOLDER = 100;
    private static final String[] AT_PROJECT = {
        "roles/editor", "roles/viewer", "roles/storage.objectViewer", "roles/secretmanager.secretAccessor"
    };

    @Override
    public String name() {
        return "gcp";
    }

    @Override
    public void tellOfOrganization(CloudSize size, CloudWriter writer) {
        AssetKey organization =
                writer.asset(AssetKind.CLOUD_RESOURCE, PLACES + "organizations/1", Map.of("name", "acme"));
        bind(writer, organization.value(), "roles/owner", "group:platform@acme.example");
        bind(writer, organization.value(), "roles/viewer", "group:audit@acme.example");
        bind(writer, organization.value(), "roles/storage.objectViewer", "serviceAccount:backup@acme.example");
        for (int i = 0; i < size.accounts(); i++) {
            String folder = PLACES + "folders/" + i / PROJECTS_PER_FOLDER;
            AssetKey key = AssetKey.of(AssetKind.CLOUD_RESOURCE, folder);
            if (i % PROJECTS_PER_FOLDER == 0) {
                writer.asset(AssetKind.CLOUD_RESOURCE, folder, Map.of("name", "folder"));
                writer.relation(organization, RelationType.CONTAINS, key);
                bind(writer, folder, "roles/editor", "group:unit-" + i + "@acme.example");
            }
            writer.relation(key, RelationType.CONTAINS, AssetKey.of(AssetKind.CLOUD_ACCOUNT, "gcp/p" + i));
        }
    }

    private static void bind(CloudWriter writer, String resource, String role, String member) {
        AssetKey bound = writer.asset(AssetKind.CLOUD_ROLE, resource + "/bindings/" + role, Map.of("name", role));
        writer.relation(AssetKey.of(AssetKind.IDENTITY, member), RelationType.HAS_ROLE, bound);
    }

    @Override
    public void tellOfAccount(CloudSize size, int account, CloudWriter writer) {
        String id = "p" + account;
        AssetKey project = writer.asset(AssetKind.CLOUD_ACCOUNT, "gcp/" + id, Map.of("name", id));
        AssetKey network =
                writer.asset(AssetKind.NETWORK, compute(id, "global/networks/default"), Map.of("name", "default"));
        AssetKey open = AssetKey.of(AssetKind.CLOUD_RESOURCE, network.value() + "/tags/web");
        AssetKey firewall = writer.asset(
                AssetKind.NETWORK_RULE_SET,
                compute(id, "global/firewalls/web"),
                Map.of("rules", List.of("in allow 1000 tcp 443 0.0.0.0/0")));
        writer.relation(open, RelationType.GUARDED_BY, firewall);
        for (String role : AT_PROJECT) {
            bind(writer, PLACES + "projects/" + id, role, "group:" + id + role.replace('/', '-') + "@acme.example");
        }
        for (int team = 0; team < size.teams(); team++) {
            team(id, team, project, network, writer);
        }
    }

    private static String compute(String project, String path) {
        return "//compute.googleapis.com/projects/" + project + "/" + path;
    }

    private static void team(String project, int team, AssetKey place, AssetKey network, CloudWriter writer) {
        String mail = "t" + team + "@" + project + ".iam.gserviceaccount.com";
        AssetKey account = in(
                place,
                AssetKind.IDENTITY,
                "//iam.googleapis.com/projects/" + project + "/serviceAccounts/" + mail,
                Map.of("name", mail, "type", "ServiceAccount"),
                writer);
        AssetKey principal = AssetKey.of(AssetKind.IDENTITY, "serviceAccount:" + mail);
        writer.relation(account, RelationType.CAN_AUTHENTICATE_AS, principal);
        bind(
                writer,
                account.value(),
                "roles/iam.serviceAccountTokenCreator",
                "user:lead-" + team + "@" + project + ".example");
        if (team == 0) {
            bind(writer, PLACES + "projects/" + project, "roles/editor", principal.value());
        }
        for (int i = 0; i < 3; i++) {
            AssetKey instance = in(
                    place,
                    AssetKind.VIRTUAL_MACHINE,
                    compute(project, "zones/z/instances/t" + team + "-" + i),
                    Map.of("name", "i" + i, "publicAddresses", i == 0 ? List.of("203.0.113.7") : List.of()),
                    writer);
            writer.relation(instance, RelationType.MEMBER_OF, network);
            writer.relation(instance, RelationType.RUNS_AS, account);
            if (i == 0) {
                AssetKey address = AssetKey.of(AssetKind.PUBLIC_ADDRESS, "203.0.113.7");
                writer.relation(
                        instance,
                        RelationType.MEMBER_OF,
                        AssetKey.of(AssetKind.CLOUD_RESOURCE, network.value() + "/tags/web"));
                writer.relation(address, RelationType.ROUTES_TO, instance);
                writer.vulnerable(instance);
            }
        }
        for (int i = 0; i < 2; i++) {
            AssetKey bucket = in(
                    place,
                    AssetKind.DATA_STORE,
                    "//storage.googleapis.com/" + project + "-t" + team + "-" + i,
                    Map.of("name", "b" + i),
                    writer);
            bind(writer, bucket.value(), "roles/storage.objectViewer", principal.value());
            if (i == 0) {
                writer.personalData(bucket);
            }
        }
        AssetKey secret = in(
                place,
                AssetKind.SECRET_STORE,
                "//secretmanager.googleapis.com/projects/" + project + "/secrets/t" + team,
                Map.of("name", "t" + team),
                writer);
        bind(writer, secret.value(), "roles/secretmanager.secretAccessor", principal.value());
        AssetKey service = in(
                place,
                AssetKind.CONTAINER_SERVICE,
                "//run.googleapis.com/projects/" + project + "/locations/l/services/t" + team,
                Map.of("name", "t" + team),
                writer);
        writer.relation(service, RelationType.RUNS_AS, account);
    }

    private static AssetKey in(AssetKey place, AssetKind kind, String id, Map<String, ?> values, CloudWriter writer) {
        AssetKey key = writer.asset(kind, id, values);
        writer.relation(place, RelationType.CONTAINS, key);
        return key;
    }
}
