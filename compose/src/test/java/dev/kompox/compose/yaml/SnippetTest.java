package dev.kompox.compose.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {

    @Test
    void showsTheLineBeforeAndCaretsWithANote() {
        assertThat(Snippet.of("a: 1\nbc: 2\n", new Location("f", 2, 1), 2, "note"))
                .isEqualTo("  1 │ a: 1\n  2 │ bc: 2\n    │ ^^ note");
    }

    @Test
    void keepsDeeperLinesOfAnotherKeyToItself() {
        assertThat(Snippet.of("a:\n  SECRET: 1\nb: 2", new Location("f", 3, 1), 1))
                .isEqualTo("  3 │ b: 2\n    │ ^");
    }

    @Test
    void cutsHugeLinesAroundThePlace() {
        String line = "x".repeat(1000) + "HERE" + "y".repeat(1000);

        String snippet = Snippet.of(line, new Location("f", 1, 1001), 4);
        assertThat(snippet).contains("HERE").hasSizeLessThan(300);
        assertThat(snippet.lines().toList().getFirst().indexOf("HERE"))
                .isEqualTo(snippet.lines().toList().getLast().indexOf("^^^^"));
    }

    @Test
    void hidesLoginsOfUrls() {
        String line = "a: ['https://me:s3cret@h.test/b', \"x://tok@h\", git@h.test:b, y://h/c@d]";

        assertThat(Snippet.of(line, new Location("f", 1, 5), 1))
                .startsWith(
                        "  1 │ a: ['https://*********@h.test/b', \"x://***@h\", git@h.test:b,"
                                + " y://h/c@d]\n");
    }

    @Test
    void isEmptyWhenThereIsNoSuchLine() {
        assertThat(Snippet.of("a: 1", new Location("f", 2, 1), 1)).isEmpty();
        assertThat(Snippet.of("", new Location("f", 1, 1), 1)).contains("^");
    }

    @Test
    void countsWindowsLineEndsOnceAndShowsTabsAsSpaces() {
        assertThat(Snippet.of("a\r\n\tb\r\nc", new Location("f", 2, 2), 9))
                .isEqualTo("  1 │ a\n  2 │  b\n    │  ^");
    }

    @Test
    void widensTheGutterForLongFiles() {
        String text = "\n".repeat(999) + "a: 1";

        assertThat(Snippet.of(text, new Location("f", 1000, 4), 1))
                .isEqualTo(" 1000 │ a: 1\n      │    ^");
    }
}
