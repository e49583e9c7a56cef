package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.model.Team;
import org.junit.jupiter.api.Test;

final class RecordsTest {
    @Test
    void rejectsABadRecordWithItsPlaceAndKeepsTheOthers() {
        Fields document = Json.parse("""
                {"teams": [{"slug": "payments"}, {"slug": 7}, "oops", {"name": "no slug"}, {"slug": "storefront"}]}
                """, "teams.json", JsonLimits.DEFAULT);
        Collected sink = new Collected();

        Records.each(
                document.list("teams"),
                sink,
                (team, facts) -> facts.accept(
                        new Team(new AssetKey("team:github.com/acme/" + team.requiredText("slug")), null)));

        assertThat(sink.assets()).hasSize(2);
        assertThat(sink.rejections().stream().map(Object::toString))
                .containsExactly(
                        "teams.json /teams/1/slug: expected a string, found number",
                        "teams.json /teams/2: expected an object, found string",
                        "teams.json /teams/3/slug: this field is required and has no value");
    }

    @Test
    void aRecordIsUsedWhollyOrNotAtAll() {
        Collected sink = new Collected();

        Records.one(
                Fields.of(
                        "a.json", Json.parse("{}", "a.json", JsonLimits.DEFAULT).node()),
                sink,
                (record, facts) -> {
                    facts.accept(new Team(new AssetKey("team:github.com/acme/payments"), null));
                    Digest.parse("sha256:short");
                });

        assertThat(sink.facts()).isEmpty();
        assertThat(sink.rejections()).singleElement().asString().contains("is not a sha256");
    }
}
