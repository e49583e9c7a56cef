package dev.throughline.samples;

import dev.throughline.explore.Answer;
import dev.throughline.explore.Template;
import dev.throughline.model.AssetKey;
import java.util.List;

/** The answer to a template in JSON, as {@code docs/schema/explore.json} describes it. */
record ExploreView(
        String template, String title, String sentence, List<String> columns, List<List<String>> rows, boolean more) {
    static ExploreView of(Template template, Answer answer) {
        return new ExploreView(
                template.name(),
                template.title(),
                template.sentence().toString(),
                answer.columns(),
                answer.rows().stream()
                        .map(row -> row.stream().map(AssetKey::text).toList())
                        .toList(),
                answer.next().isPresent());
    }
}
