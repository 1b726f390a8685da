package dev.kompox.kubernetes.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of "docker cp" in Docker's documentation. */
final class PlaceTest {

    private static final String THERE = "file";
    private static final String DIRECTORY = "directory";

    private final Side side =
            new Side() {
                private final Map<String, String> tree =
                        Map.of(
                                "/", DIRECTORY,
                                "/d", DIRECTORY,
                                "/d/sub", DIRECTORY,
                                "/d/file", THERE,
                                "/f", THERE,
                                "/link", "/f",
                                "/dangling", "/d/new");

                @Override
                public boolean directory(String path) {
                    return DIRECTORY.equals(tree.get(path));
                }

                @Override
                public boolean exists(String path) {
                    return tree.containsKey(link(path) ? resolve(path) : path);
                }

                @Override
                public boolean link(String path) {
                    return tree.getOrDefault(path, "").startsWith("/");
                }

                @Override
                public String resolve(String path) {
                    return tree.getOrDefault(path, path);
                }
            };

    @Test
    void aFileGoesIntoADirectoryThatIsThere() {
        assertThat(place("/d", "/x", Kind.FILE)).isEqualTo(new Place("/d/x", false, false));
        assertThat(place("/d/", "/file", Kind.FILE)).isEqualTo(new Place("/d/file", true, false));
        assertThat(place("/", "/x", Kind.LINK)).isEqualTo(new Place("/x", false, false));
    }

    @Test
    void aFileReplacesAFile() {
        assertThat(place("/f", "/x", Kind.FILE)).isEqualTo(new Place("/f", true, false));
    }

    @Test
    void aFileGetsANewName() {
        assertThat(place("/d/y", "/x", Kind.FILE)).isEqualTo(new Place("/d/y", false, false));
    }

    @Test
    void aLinkIsWrittenThrough() {
        assertThat(place("/link", "/x", Kind.FILE)).isEqualTo(new Place("/f", true, false));
        assertThat(place("/dangling", "/x", Kind.FILE))
                .isEqualTo(new Place("/d/new", false, false));
    }

    @Test
    void aDirectoryGoesIntoADirectoryThatIsThere() {
        assertThat(place("/d", "/x", Kind.DIRECTORY)).isEqualTo(new Place("/d/x", false, false));
        assertThat(place("/d", "/sub", Kind.DIRECTORY)).isEqualTo(new Place("/d/sub", true, false));
    }

    @Test
    void aDirectoryGetsANewName() {
        assertThat(place("/new", "/x", Kind.DIRECTORY)).isEqualTo(new Place("/new", false, false));
        assertThat(place("/new/", "/x/.", Kind.DIRECTORY))
                .isEqualTo(new Place("/new", false, false));
    }

    @Test
    void whatIsInADirectoryIsPouredIntoOneThatIsThere() {
        assertThat(place("/d", "/x/.", Kind.DIRECTORY)).isEqualTo(new Place("/d", true, true));
    }

    @Test
    void whatCannotGoThereIsRefused() {
        refused("/new/", "/x", Kind.FILE, "there is no directory /new");
        refused("/no/x", "/x", Kind.FILE, "there is no directory /no");
        refused("/no/x", "/x", Kind.DIRECTORY, "there is no directory /no");
        refused("/f", "/x", Kind.DIRECTORY, "/f is no directory");
        refused("/f/", "/x", Kind.FILE, "/f is no directory");
        refused("/d", "/sub", Kind.FILE, "/d/sub is a directory and not replaced by a file");
        refused("/d", "/file", Kind.DIRECTORY, "/d/file is no directory and not replaced by one");
    }

    private void refused(String to, String from, Kind kind, String sentence) {
        assertThatThrownBy(() -> place(to, from, kind))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.category()).isInstanceOf(Category.Invalid.class);
                            assertThat(e.sentence()).isEqualTo(sentence);
                        });
    }

    private Place place(String to, String from, Kind kind) {
        return Place.of(side, CopyPath.of("/", to), CopyPath.of("/", from), kind);
    }
}
