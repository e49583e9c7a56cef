package dev.throughline.mapping;

import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The links that several linkers propose, in the order of the linkers. Linkers are asked side by side. */
final class Proposals {
    private final List<Link> links;
    private final int[] subjects;

    /** Takes a proposed link, with the number of its subject. */
    interface Visitor {
        void visit(int subject, Link link);
    }

    private Proposals(List<Link> links, int[] subjects) {
        this.links = links;
        this.subjects = subjects;
    }

    static <L extends Linker> Proposals of(RiskGraph graph, List<L> linkers, BiConsumer<L, Consumer<Link>> question) {
        List<Link> links = linkers.parallelStream()
                .map(linker -> {
                    List<Link> proposed = new ArrayList<>();
                    question.accept(linker, proposed::add);
                    return proposed;
                })
                .flatMap(List::stream)
                .toList();
        int[] subjects = links.parallelStream()
                .mapToInt(link -> graph.number(link.subject()))
                .toArray();
        return new Proposals(links, subjects);
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
