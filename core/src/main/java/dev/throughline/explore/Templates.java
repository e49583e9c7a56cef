package dev.throughline.explore;

import static dev.throughline.explore.Condition.anyOf;
import static dev.throughline.explore.Condition.finding;
import static dev.throughline.explore.Condition.has;
import static dev.throughline.explore.Condition.property;
import static dev.throughline.explore.Condition.via;
import static dev.throughline.explore.DerivedRelation.BUILT_FROM;
import static dev.throughline.explore.Sentence.find;
import static dev.throughline.explore.Sentence.findAny;
import static dev.throughline.model.AssetKind.CLOUD_RESOURCE;
import static dev.throughline.model.AssetKind.CONTAINER;
import static dev.throughline.model.AssetKind.CONTAINER_IMAGE;
import static dev.throughline.model.AssetKind.DATA_STORE;
import static dev.throughline.model.AssetKind.EXPOSED_SECRET;
import static dev.throughline.model.AssetKind.REPOSITORY;
import static dev.throughline.model.AssetKind.SOURCE_FILE;
import static dev.throughline.model.AssetKind.VIRTUAL_MACHINE;
import static dev.throughline.model.AssetKind.WEAKNESS;
import static dev.throughline.model.AssetKind.WORKLOAD;
import static dev.throughline.model.RelationType.AFFECTS;
import static dev.throughline.model.RelationType.CAN_AUTHENTICATE_TO;
import static dev.throughline.model.RelationType.CONTAINS;
import static dev.throughline.model.RelationType.CREATED_FROM;
import static dev.throughline.model.RelationType.PROVISIONED_BY;
import static dev.throughline.model.RelationType.TAGGED;
import static dev.throughline.risk.Factor.INTERNET_EXPOSED;
import static dev.throughline.risk.Factor.SENSITIVE_DATA;

import dev.throughline.model.Severity;
import dev.throughline.model.Text;
import dev.throughline.model.WeaknessType;
import java.util.Arrays;
import java.util.List;

/**
 * The sentences that come with Throughline: those of the query templates that the documentation of Microsoft Defender for
 * Cloud names, and the query it recommends to follow a container to its code.
 */
public final class Templates {
    private static final List<Template> ALL = List.of(
            new Template(
                    "repositories-with-secrets",
                    "Code repositories that contain secrets",
                    find(REPOSITORY).that(has(finding().ofType(WeaknessType.SECRET)))),
            new Template(
                    "azure-devops-repositories-with-secrets-to-data",
                    "Azure DevOps repositories with secrets that open object storage or databases",
                    find(REPOSITORY)
                            .that(property("key").startsWith("repository:dev.azure.com/"))
                            .that(via(CONTAINS)
                                    .to(find(EXPOSED_SECRET)
                                            .as("secret")
                                            .that(via(CAN_AUTHENTICATE_TO)
                                                    .to(find(DATA_STORE).as("store")))))),
            new Template(
                    "resources-from-misconfigured-templates",
                    "Resources provisioned by templates with misconfigurations of high severity",
                    findAny()
                            .that(via(PROVISIONED_BY)
                                    .to(find(REPOSITORY, SOURCE_FILE)
                                            .as("source")
                                            .that(has(finding()
                                                    .ofType(WeaknessType.INFRASTRUCTURE_AS_CODE)
                                                    .atLeast(Severity.HIGH)))))),
            new Template(
                    "generative-ai-repositories-to-azure-openai",
                    "Code repositories with vulnerable packages for generative AI that provision Azure OpenAI",
                    find(REPOSITORY)
                            .that(hasGenerativeAiVulnerability())
                            .that(via(PROVISIONED_BY)
                                    .from(find(DATA_STORE, CLOUD_RESOURCE)
                                            .as("service")
                                            .that(property("key")
                                                    .contains("/microsoft.cognitiveservices/accounts/"))))),
            new Template(
                    "containers-with-generative-ai-vulnerabilities",
                    "Containers that run images with vulnerable packages for generative AI",
                    find(CONTAINER)
                            .that(via(CREATED_FROM, TAGGED)
                                    .within(2)
                                    .to(find(CONTAINER_IMAGE).as("image").that(hasGenerativeAiVulnerability())))),
            new Template(
                    "machines-with-secrets-to-machines",
                    "Virtual machines with secrets that open another virtual machine",
                    machineWithSecretTo(find(VIRTUAL_MACHINE))),
            new Template(
                    "machines-with-secrets-to-storage",
                    "Virtual machines with secrets that open object storage",
                    machineWithSecretTo(find(DATA_STORE)
                            .that(keyContains("arn:aws:s3:", "/microsoft.storage/", "storage.googleapis.com/")))),
            new Template(
                    "machines-with-secrets-to-sql",
                    "Virtual machines with secrets that open an SQL database",
                    machineWithSecretTo(find(DATA_STORE)
                            .that(keyContains(
                                    "arn:aws:rds:",
                                    "/microsoft.sql/",
                                    "/microsoft.dbfor",
                                    "cloudsql.googleapis.com/",
                                    "sqladmin.googleapis.com/")))),
            new Template(
                    "public-stores-with-sensitive-data",
                    "Internet-exposed stores with sensitive data that anybody may read",
                    find(DATA_STORE)
                            .that(has(INTERNET_EXPOSED))
                            .that(has(SENSITIVE_DATA))
                            .that(property("publicAccess").is(true))),
            new Template(
                    "exposed-workloads-with-severe-images",
                    "Internet-exposed workloads whose image has a severe vulnerability, and the code it was built from",
                    find(WORKLOAD)
                            .that(has(INTERNET_EXPOSED))
                            .that(via(CONTAINS)
                                    .to(find(CONTAINER)
                                            .as("container")
                                            .that(via(CREATED_FROM, TAGGED)
                                                    .within(2)
                                                    .to(find(CONTAINER_IMAGE)
                                                            .as("image")
                                                            .that(has(finding().atLeast(Severity.HIGH)))
                                                            .that(via(BUILT_FROM)
                                                                    .to(find(REPOSITORY)
                                                                            .as("repository")))))))));

    private Templates() {}

    /**
     * All templates.
     *
     * @return the templates, in the order of their page
     */
    public static List<Template> all() {
        return ALL;
    }

    /**
     * A template by its name.
     *
     * @param name its name
     * @return the template
     * @throws IllegalArgumentException if there is none of this name
     */
    public static Template named(String name) {
        return ALL.stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no template '" + Text.quote(name) + "', but "
                        + ALL.stream().map(Template::name).toList()));
    }

    private static Condition hasGenerativeAiVulnerability() {
        return via(AFFECTS)
                .from(find(WEAKNESS)
                        .that(anyOf(contains(
                                "packageName", "langchain", "llama", "openai", "transformers", "vllm", "gradio"))));
    }

    private static Sentence machineWithSecretTo(Sentence target) {
        return find(VIRTUAL_MACHINE)
                .that(has(finding().ofType(WeaknessType.SECRET)))
                .that(via(CAN_AUTHENTICATE_TO).to(target.as("target")));
    }

    private static Condition keyContains(String... parts) {
        return anyOf(contains("key", parts));
    }

    private static Condition[] contains(String attribute, String... parts) {
        return Arrays.stream(parts)
                .map(part -> property(attribute).contains(part))
                .toArray(Condition[]::new);
    }
}
