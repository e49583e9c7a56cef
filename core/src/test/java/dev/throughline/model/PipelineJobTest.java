package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineJobTest {
    @Test
    void itsTextFormKeepsEverything() {
        PipelineJob job = new PipelineJob(
                "deploy, 100% now",
                "production eu",
                List.of("self-hosted", "a,b"),
                true,
                false,
                List.of("TOKEN"),
                List.of(PipelineJob.HEAD, "github.event.issue.title"),
                true,
                false);

        assertThat(PipelineJob.parse(job.toString())).isEqualTo(job);
    }

    @Test
    void leavesOutWhatHasItsUsualValue() {
        PipelineJob job = new PipelineJob("test", null, List.of(), false, null, List.of(), List.of(), false, null);

        assertThat(job).hasToString("job=test");
        assertThat(PipelineJob.parse("job=test")).isEqualTo(job);
    }

    @Test
    void refusesAnotherForm() {
        assertThatThrownBy(() -> PipelineJob.parse("job=a deploy")).hasMessageContaining("is not a job");
    }
}
