package dev.throughline.connector.terraform;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import java.util.List;

/**
 * A state file, or what {@code terraform show -json} prints of a state or plan.
 *
 * @param file the file
 * @param limits how large it may be
 * @param resources takes the resources
 */
record TerraformFile(InputFile file, JsonLimits limits, Resources resources) implements Partition {
    private static final long STATE_VERSION = 4;

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        Fields document = Json.read(file, limits);
        try {
            if (document.has("format_version")) {
                shown(document, sink);
            } else if (document.has("encrypted_data")) {
                throw new WrongShape("/encrypted_data", "encrypted by OpenTofu: let tofu show -json print it");
            } else if (document.has("version") && document.has("serial")) {
                stored(document, sink);
            } else {
                throw new WrongShape("", "neither a state nor what terraform show -json prints");
            }
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
        return Completeness.complete();
    }

    private void shown(Fields document, FactSink sink) {
        String version = document.requiredText("format_version");
        if (!version.matches("[01]\\.[0-9]+")) {
            throw new WrongShape("/format_version", "a form that is not known: neither 0.x nor 1.x");
        }
        // What a plan wants is no fact yet. What there was when it was made is the state before it.
        Fields state = document.has("values") ? document : document.object("prior_state");
        module(state.object("values").object("root_module"), sink);
        for (Fields change : document.list("resource_changes")) {
            if (change.object("change").strings("actions").equals(List.of("create"))) {
                String cause = "planned, but not made: it is not known under which name it will run";
                Records.rejected(new Rejection(file.name(), change.pointer(), cause), sink);
            }
        }
    }

    private void module(Fields module, FactSink sink) {
        Records.each(module.list("resources"), sink, (resource, facts) -> {
            if (isManaged(resource)) {
                resources.read(ManagedResource.shown(resource), facts);
            }
        });
        module.list("child_modules").forEach(child -> module(child, sink));
    }

    private void stored(Fields document, FactSink sink) {
        Long version = document.number("version");
        if (version == null || version != STATE_VERSION) {
            throw new WrongShape(
                    "/version",
                    "a state of version 4 is read, which Terraform 0.12 and newer write: let terraform show -json"
                            + " print it");
        }
        for (Fields resource : document.list("resources")) {
            if (isManaged(resource)) {
                Records.each(
                        resource.list("instances"),
                        sink,
                        (instance, facts) -> resources.read(ManagedResource.stored(resource, instance), facts));
            }
        }
    }

    /** Data sources were only looked at. */
    private static boolean isManaged(Fields resource) {
        return "managed".equals(resource.text("mode"));
    }
}
