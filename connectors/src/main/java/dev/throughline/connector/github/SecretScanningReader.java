package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.SecretHash;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SourceState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads secret scanning alerts (REST, <em>Secret scanning</em>): the kind and place of a credential. The field that holds
 * the credential is asked for only to hash it. An alert becomes an exposed secret, which is a finding by itself: what it opens
 * tells how bad it is.
 */
final class SecretScanningReader {
    private final AssetKey repository;
    private final SecretHash secrets;
    private final Reading reading;

    SecretScanningReader(AssetKey repository, SecretHash secrets, Reading reading) {
        this.repository = repository;
        this.secrets = secrets;
        this.reading = reading;
    }

    void read(String folder) {
        String list = folder + "/secret-scanning-alerts";
        reading.list(list, null, (alert, sink) -> alert(list, alert, sink));
    }

    /** Reads an alert; more of its places may stand in a folder named after its number, within that of the list. */
    void alert(String list, Fields alert, FactSink sink) {
        Long number = alert.number("number");
        if (number == null) {
            throw new WrongShape(alert.pointer() + "/number", "this field is required and has no value");
        }
        List<Place> places = places(list + "/" + number, alert);
        Place first = places.isEmpty() ? new Place(null, null) : places.get(0);
        String name = alert.text("secret_type_display_name");
        String title = name == null ? alert.text("secret_type") : name;
        SourceState state = state(alert);
        String url = alert.text("html_url");
        AssetKey secret = AssetKey.inRepository(AssetKind.EXPOSED_SECRET, repository, "secret-scanning/" + number);
        sink.accept(new ExposedSecret(
                secret,
                alert.text("secret_type"),
                title,
                first.path(),
                first.line(),
                state,
                alert.text("validity"),
                alert.bool("publicly_leaked"),
                url,
                secrets.of(alert, "secret")));
        sink.accept(new Relation(repository, RelationType.CONTAINS, secret));
    }

    /** Commits it is in; secrets in issues and pull requests have no place in a file. */
    private List<Place> places(String folder, Fields alert) {
        List<Place> places = new ArrayList<>();
        reading.list(folder + "/locations", null, (location, sink) -> {
            if ("commit".equals(location.text("type"))) {
                places.add(Place.of(location.object("details")));
            }
        });
        Fields first = alert.object("first_location_detected");
        if (places.isEmpty() && first.has("path")) {
            places.add(Place.of(first));
        }
        return places;
    }

    /** Revoked is mended; every other resolution is somebody's word that it need not be. */
    private static SourceState state(Fields alert) {
        return switch (alert.requiredText("state")) {
            case "open" -> SourceState.OPEN;
            case "resolved" -> "revoked".equals(alert.text("resolution")) ? SourceState.FIXED : SourceState.DISMISSED;
            default -> throw new WrongShape(alert.pointer() + "/state", "expected open or resolved");
        };
    }

    private record Place(@Nullable String path, @Nullable Long line) {
        static Place of(Fields details) {
            return new Place(details.text("path"), details.number("start_line"));
        }
    }
}
