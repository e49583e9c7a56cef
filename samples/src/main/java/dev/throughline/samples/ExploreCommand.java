package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.explore.Answer;
import dev.throughline.explore.Page;
import dev.throughline.explore.Template;
import dev.throughline.explore.Templates;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a sentence that is asked everywhere. */
@Command(
        name = "explore",
        description = "Prints the assets that a template of the explorer finds, with what they are connected to.")
final class ExploreCommand extends AssessmentCommand {
    /** The names of the templates. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Templates.all().stream().map(Template::name).iterator();
        }
    }

    @Parameters(
            paramLabel = "TEMPLATE",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}")
    private @Nullable String template;

    @Option(names = "--limit", paramLabel = "N", description = "Print the first N rows only; 1000 unless set")
    private int limit = 1_000;

    ExploreCommand(Terminal terminal, GraphOptions.Opener opener) {
        super(terminal, opener);
    }

    @Override
    int answer(Throughline throughline, Assessment assessment) {
        Template asked = selected(() -> Templates.named(Objects.requireNonNull(template)));
        Answer answer = selected(() -> assessment.explore(asked.sentence(), Page.first(limit)));
        print(ExploreView.of(asked, answer), () -> print(asked, answer));
        return 0;
    }

    private void print(Template asked, Answer answer) {
        terminal().line(asked.title());
        Table table = new Table(answer.columns().toArray(String[]::new));
        answer.rows().forEach(row -> table.row(row.toArray()));
        terminal().lines("", table.lines());
        terminal().line(answer.rows().size() + " rows" + (answer.next().isPresent() ? ", and more" : ""));
    }
}
