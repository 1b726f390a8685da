package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;

/** An app of one service that writes nothing by itself and has one disk, wherever it lives. */
final class Quiet {

    private static final String SERVICE = "web";

    private Quiet() {}

    static String compose() {
        return compose(UnaryOperator.identity());
    }

    /** Return the project with its service's lines changed. */
    static String compose(UnaryOperator<String> service) {
        String plain =
                """
                    image: %s
                    pull_policy: missing
                    command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"]
                    stop_grace_period: 5s
                    volumes: ["data:/data"]
                """
                        .formatted(image())
                        .indent(4);
        return "services:\n  " + SERVICE + ":\n" + service.apply(plain) + "volumes:\n  data:\n";
    }

    static String image() {
        return App.image("KOMPOX_TEST_BUSYBOX_IMAGE", "busybox:latest");
    }

    /** Run a shell command where the app is. */
    static Result shell(App app, Side side, String script) {
        return side.exec(app, SERVICE, "sh", "-c", script);
    }

    /** Write a file of random bytes. */
    static void fill(App app, Side side, String name, int mebibytes) {
        String dd = "dd if=/dev/urandom of=/data/" + name + " bs=1M count=" + mebibytes;
        shell(app, side, dd + " 2>/dev/null && sync").ok();
    }

    /** Return the names and sums of all files. */
    static String content(App app, Side side) {
        return shell(app, side, "cd /data && find . -type f | sort | xargs -r md5sum").ok().out();
    }

    /** Expect that the app runs at one side, once, and at no other. */
    static void expectOnly(App app, String moment, Side here, Side... others) {
        assertThat(here.serving(app)).as(here.shown() + ", " + moment).isEqualTo(1);
        for (Side other : List.of(others)) {
            assertThat(other.serving(app)).as(other.shown() + ", " + moment).isZero();
        }
    }

    /**
     * Return when its container here was last started; the same text means it was never stopped.
     */
    static String startedAt(App app) {
        String format = "{{.Id}} {{.State.StartedAt}} {{.State.Status}}";
        return app.run("docker", "inspect", "-f", format, app.project + "-" + SERVICE + "-1")
                .ok()
                .out();
    }
}
