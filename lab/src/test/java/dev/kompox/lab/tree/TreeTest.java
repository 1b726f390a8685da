package dev.kompox.lab.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TreeTest {

    @Test
    void showsAWriteUnderEveryNameOfAFile() {
        Tree tree = new Tree().write("a", "1").link("a", "b/c").write("b/c", "22");
        assertThat(tree.read("a")).isEqualTo("22");
        assertThat(tree.bytes()).isEqualTo(2);
        assertThat(tree.paths()).containsExactly("", "a", "b", "b/c");
    }

    @Test
    void copiesAreIndependent() {
        Tree tree = new Tree().write("a", "1");
        Tree copy = tree.copy();
        tree.write("a", "2");
        assertThat(copy.read("a")).isEqualTo("1");
    }

    @Test
    void removesWithAllBelowButNotWhatSoundsAlike() {
        Tree tree = new Tree().write("a/b", "").write("ab", "").remove("a");
        assertThat(tree.paths()).containsExactly("", "ab");
        assertThat(tree.remove("").isEmpty()).isTrue();
    }

    @Test
    void ordersByBytesAndNotByUtf16() {
        // U+FF61 is above the surrogates of U+1F600 in UTF-16 and below them in UTF-8
        Tree tree = new Tree().write("\uD83D\uDE00", "").write("\uFF61", "");
        assertThat(tree.paths()).containsExactly("", "\uFF61", "\uD83D\uDE00");
    }

    @Test
    void refusesPathsThatAreNone() {
        Tree tree = new Tree().write("file", "");
        assertThatThrownBy(() -> tree.write("/a", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.write("file/a", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
