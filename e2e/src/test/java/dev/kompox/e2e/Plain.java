package dev.kompox.e2e;

/** The smallest app with a disk: a process that ends when asked to. */
final class Plain {

    private Plain() {}

    static String compose() {
        return """
        services:
          web:
            image: %s
            command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.2; done"]
            stop_grace_period: 10s
            volumes:
              - files:/data
        volumes:
          files:
        """
                .formatted(App.image("KOMPOX_TEST_BUSYBOX_IMAGE", "busybox:latest"));
    }

    static String container(App app) {
        return app.project + "-web-1";
    }

    static String volume(App app) {
        return app.project + "_files";
    }

    /** Return the only disk's whole content: names and what they hold. */
    static String content(App app) {
        return app.run(
                        "docker",
                        "exec",
                        container(app),
                        "sh",
                        "-c",
                        "cd /data && find . -type f | sort | xargs -r md5sum")
                .ok()
                .out();
    }

    /** Write a file on the disk. */
    static void write(App app, String name, String text) {
        app.run("docker", "exec", container(app), "sh", "-c", "echo " + text + " > /data/" + name)
                .ok();
    }

    /** Write a file of random bytes on the disk. */
    static void fill(App app, String name, int mebibytes) {
        String dd = "dd if=/dev/urandom of=/data/" + name + " bs=1M count=" + mebibytes;
        app.run("docker", "exec", container(app), "sh", "-c", dd + " && sync").ok();
    }

    /** Return when the container was last started; the same instant means it was never stopped. */
    static String startedAt(App app) {
        return app.run(
                        "docker",
                        "inspect",
                        "-f",
                        "{{.State.StartedAt}} {{.State.Status}}",
                        container(app))
                .ok()
                .out()
                .strip();
    }
}
