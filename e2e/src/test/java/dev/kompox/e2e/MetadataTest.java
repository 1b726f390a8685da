package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A restored tree equals the original in everything a filesystem knows; compared by find, getfattr,
 * rsync and du.
 */
class MetadataTest {

    private static final String COMPOSE =
            """
            services:
              web:
                image: %s
                command: ["sleep", "1000000"]
                stop_grace_period: 1s
                volumes:
                  - files:/data
            volumes:
              files:
            """;

    private static final String FILL =
            """
            set -e; cd /VOL
            mkdir -p 'deep/é ü/with space' empty; echo one > 'deep/é ü/with space/a'
            printf 'x' > "$(printf 'line\\nbreak')"; ln -s nowhere dangling; mkfifo pipe
            echo hard > h1; ln h1 h2; ln h1 deep/h3
            truncate -s 64M sparse; printf end | dd of=sparse bs=1 seek=33554432 conv=notrunc status=none
            chown 999:998 h1; chmod 4750 h1; chmod 1777 empty; chown 70:70 empty
            setfattr -n user.note -v 'kept' h1; setfattr -n user.bin -v 0x0001ff deep
            setfacl -m u:1234:rwx,d:g:55:rx deep
            touch -d '2001-02-03 04:05:06.123456789' deep h1; touch -h -d '1999-09-09 09:09:09.9' dangling
            chown 70:71 .; chmod 2750 .; touch -d '2010-10-10 10:10:10.5' .
            """;

    @TempDir private Path parent;

    @Test
    void keepsOwnersModesTimesAttributesLinksAndHoles() {
        String image = App.image("KOMPOX_TEST_BUSYBOX_IMAGE", "busybox:latest");
        try (App app = App.in(parent, "meta", COMPOSE.formatted(image))) {
            String volume = app.project + "_files";
            app.kompox("up").ok();
            app.inside(List.of(volume), FILL.replace("VOL", volume)).ok();
            String before = describe(app, volume);
            assertThat(before).contains("user.note").contains("1234").contains("sparse");

            app.kompox("snapshot", "create", "--name", "all").ok();
            app.inside(List.of(volume), "rm -rf /" + volume + "/* ; chmod 700 /" + volume).ok();
            app.kompox("restore", "all", "--yes").ok();

            assertThat(describe(app, volume)).isEqualTo(before);
        }
    }

    @Test
    void aSnapshotEqualsItsDiskByRsync() {
        String image = App.image("KOMPOX_TEST_BUSYBOX_IMAGE", "busybox:latest");
        try (App app = App.in(parent, "rsync", COMPOSE.formatted(image))) {
            String volume = app.project + "_files";
            app.kompox("up").ok();
            app.inside(List.of(volume), FILL.replace("VOL", volume)).ok();
            app.kompox("snapshot", "create", "--name", "all").ok();
            String snapshot =
                    app.volumes().stream()
                            .filter(name -> name.contains("snapshot"))
                            .findFirst()
                            .orElseThrow();

            Result difference =
                    app.inside(
                            List.of(volume, snapshot),
                            "rsync -nacHAXS --numeric-ids --delete --itemize-changes /"
                                    + volume
                                    + "/ /"
                                    + snapshot
                                    + "/");

            assertThat(difference.ok().out()).as("what rsync would change").isEmpty();
        }
    }

    /**
     * Describe a tree with foreign tools: types, modes, owners, sizes, times, links, blocks,
     * hashes, attributes, ACLs.
     */
    private static String describe(App app, String volume) {
        String script =
                """
                cd /VOL; export LC_ALL=C
                find . -printf '%p|%y|%m|%U|%G|%T@|%n|%l\\n' | sort
                find . -type f -printf '%p|%s|%b\\n' | sort
                find . -type f -print0 | sort -z | xargs -0 sha256sum
                getfattr -R -d -m - -e hex -h . | sort
                getfacl -R -n . 2>/dev/null
                find . -samefile h1 | sort
                """
                        .replace("VOL", volume);
        return app.inside(List.of(volume), script).ok().out();
    }
}
