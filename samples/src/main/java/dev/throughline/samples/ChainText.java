package dev.throughline.samples;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.ChainStage;
import dev.throughline.mapping.CodeToCloudChain;
import dev.throughline.mapping.Link;
import dev.throughline.model.AssetKey;
import java.util.List;

/** A chain from code to cloud for people. */
final class ChainText {
    private ChainText() {}

    static void print(Terminal terminal, CodeToCloudChain chain) {
        terminal.line(chain.asset() + ": " + Names.of(chain.status()));
        chain.stages().forEach(stage -> print(terminal, stage));
        chain.deployedFrom()
                .forEach(candidate -> terminal.line("deployed  from " + candidate.repository() + ": "
                        + candidate.strongest().evidence().statement()));
        chain.owners().forEach(owner -> terminal.line("owner     " + owner));
    }

    private static void print(Terminal terminal, ChainStage stage) {
        terminal.line(String.format("%-9s %s", Names.of(stage.stage()), Names.of(stage.status())));
        terminal.lines("          ", stage.assets().stream().map(AssetKey::text).toList());
        stage.candidates().forEach(candidate -> print(terminal, candidate));
        if (stage.reason() != null) {
            terminal.line("          because " + stage.reason());
        }
        if (stage.remedy() != null) {
            terminal.line("          remedy: " + stage.remedy());
        }
    }

    private static void print(Terminal terminal, Candidate candidate) {
        terminal.line("          candidate " + candidate.repository() + ", confidence"
                + PathsText.percent(candidate.confidence()));
        for (Link link : candidate.links()) {
            terminal.lines(
                    "            ",
                    List.of(Names.of(link.method()) + " ("
                            + Names.of(link.trust()) + "): "
                            + link.evidence().statement()));
        }
    }
}
