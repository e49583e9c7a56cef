package dev.throughline.mapping;

import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The links that several linkers propose, in the order of the linkers. Linkers are asked side by side. */
final class Proposals {
    private final List<Link> links;
    private final int[] subjects;

    /** Takes a proposed link, with the number of its subject. */
    interface Visitor {
        void visit(int subject, Link link);
    }

    /**
     * What one linker proposed.
     *
     * @param links the links, up to where it failed
     * @param failure what it failed with; a thread that hands it on itself would hand on a copy
     */
    private record Answer(List<Link> links, @Nullable RuntimeException failure) {}

    private Proposals(List<Link> links, int[] subjects) {
        this.links = links;
        this.subjects = subjects;
    }

    /** Asks all, and fails as the first of the list does that fails. */
    static <L extends Linker> Proposals of(RiskGraph graph, List<L> linkers, BiConsumer<L, Consumer<Link>> question) {
        List<Answer> answers =
                linkers.parallelStream().map(linker -> answer(linker, question)).toList();
        List<Link> links = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer.failure() != null) {
                throw answer.failure();
            }
            links.addAll(answer.links());
        }
        int[] subjects = links.parallelStream()
                .mapToInt(link -> graph.number(link.subject()))
                .toArray();
        return new Proposals(links, subjects);
    }

    private static <L extends Linker> Answer answer(L linker, BiConsumer<L, Consumer<Link>> question) {
        List<Link> proposed = new ArrayList<>();
        try {
            question.accept(linker, proposed::add);
            return new Answer(proposed, null);
        } catch (RuntimeException e) {
            return new Answer(proposed, e);
        }
    }

    /** Shows the links to what the graph holds: nothing can be asked about anything else. */
    void visit(Visitor visitor) {
        for (int i = 0; i < subjects.length; i++) {
            if (subjects[i] >= 0) {
                visitor.visit(subjects[i], links.get(i));
            }
        }
    }
}
