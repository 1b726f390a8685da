package dev.kompox.kubernetes.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NotesTest {

    @Test
    void aTroubleIsToldOnceUntilAllWasWell() {
        List<String> told = new ArrayList<>();
        Notes notes = new Notes(told::add);
        notes.trouble("refused");
        notes.trouble("refused");
        notes.trouble("gone");
        notes.trouble("gone");
        notes.well();
        notes.trouble("gone");
        assertThat(told).containsExactly("refused", "gone", "gone");
    }
}
