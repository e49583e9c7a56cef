package dev.throughline.samples;

import dev.throughline.attack.ChokePoint;
import dev.throughline.attack.ChokePoints;
import dev.throughline.attack.Remedy;
import java.util.List;

/** Choke points in JSON, as {@code docs/schema/choke-points.json} describes them. */
record ChokePointsView(int pairs, List<PointView> chokePoints, List<RemedyView> remedies, List<String> minimumCut) {
    static ChokePointsView of(ChokePoints found) {
        return new ChokePointsView(
                found.pairs(),
                found.list().stream().map(PointView::of).toList(),
                RemedyView.of(found.remedies()),
                EvidenceView.texts(found.minimumCut()));
    }

    record PointView(
            String asset, int pairs, double share, int targets, boolean inMinimumCut, List<RemedyView> remedies) {
        static PointView of(ChokePoint point) {
            return new PointView(
                    point.asset().text(),
                    point.pairs(),
                    Json.rounded(point.share()),
                    point.targets(),
                    point.inMinimumCut(),
                    RemedyView.of(point.remedies()));
        }
    }

    record RemedyView(String remedy, int pairs, double share) {
        static List<RemedyView> of(List<Remedy> remedies) {
            return remedies.stream()
                    .map(remedy -> new RemedyView(remedy.text(), remedy.pairs(), Json.rounded(remedy.share())))
                    .toList();
        }
    }
}
