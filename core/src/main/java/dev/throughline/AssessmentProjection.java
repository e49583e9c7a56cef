package dev.throughline;

import dev.throughline.store.Projection;
import dev.throughline.store.ProjectionDifference;

/** The projection of an assessment. It tells faster than by a walk how large it is, and how it differs from that of an earlier one. */
final class AssessmentProjection extends Projection {
    private final AssessedElements elements;

    private AssessmentProjection(Assessment assessment, AssessedElements elements) {
        super(assessment.id(), assessment.at(), elements.nodes(), elements.relationships());
        this.elements = elements;
    }

    static Projection of(Assessment assessment) {
        return new AssessmentProjection(assessment, new AssessedElements(assessment));
    }

    @Override
    public int nodeCount() {
        return elements.nodeCount();
    }

    @Override
    public int relationshipCount() {
        return elements.relationshipCount();
    }

    @Override
    public Iterable<ProjectedRelationship> relationshipsByPlace() {
        return elements.relationshipsByPlace();
    }

    @Override
    public ProjectionDifference since(Projection before) {
        return before instanceof AssessmentProjection earlier ? elements.since(earlier.elements) : super.since(before);
    }
}
