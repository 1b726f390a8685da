package dev.kompox.compose.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.compose.RemoteFileException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms are those of Docker's manual, "Build context", "Git repositories". */
class GitReferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://h.test/a/b.git|https://h.test/a/b.git|HEAD|''",
                "https://h.test/a/b.git#v1|https://h.test/a/b.git|v1|''",
                "https://h.test/a/b.git#v1:c/d|https://h.test/a/b.git|v1|c/d",
                "https://h.test/a/b.git#:c|https://h.test/a/b.git|HEAD|c",
                "https://h.test/a/b.git?ref=v1&subdir=c|https://h.test/a/b.git|v1|c",
                "https://h.test/a/b.git?tag=v1|https://h.test/a/b.git|refs/tags/v1|''",
                "https://h.test/a/b.git?branch=x|https://h.test/a/b.git|refs/heads/x|''",
                "ssh://git@h.test:22/b#x|ssh://git@h.test:22/b|x|''",
                "git://h.test/b|git://h.test/b|HEAD|''",
                "git@h.test:a/b.git#x:c|git@h.test:a/b.git|x|c",
                "github.com/a/b#x|https://github.com/a/b|x|''",
            })
    void formsAreRead(String text, String repository, String ref, String folder)
            throws RemoteFileException {
        assertThat(GitReference.parse(text)).isEqualTo(new GitReference(repository, ref, folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h.test/compose.yaml",
                "oci://h.test/a:1",
                "ext::sh -c x://a.git",
                "file:///srv/a.git",
                "https:///a.git",
                "https://h.test/b.git#--upload-pack=x",
                "https://h.test/b.git?checksum=1",
                "https://h.test/ b.git",
            })
    void whatIsNoRepositoryIsRefused(String text) {
        assertThatThrownBy(() -> GitReference.parse(text)).isInstanceOf(RemoteFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://s3cret@h.test/b.git",
                "https://me:s3cret@h.test/b.git",
                "ssh://me:s3cret@h.test/b.git",
                "https://me:s3cret@h.test/b.gat",
            })
    void passwordIsNeitherPassedOnNorRepeated(String text) {
        assertThatThrownBy(() -> GitReference.parse(text))
                .isInstanceOf(RemoteFileException.class)
                .message()
                .doesNotContain("s3cret");
    }
}
