package dev.kompox.e2e;

import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL app, and what one asks it. */
final class Postgres {

    private Postgres() {}

    static String compose() {
        return """
        services:
          db:
            image: %s
            environment:
              POSTGRES_PASSWORD: kompoxtest-secret-value
              POSTGRES_DB: shop
            volumes:
              - db:/var/lib/postgresql/data
            stop_grace_period: 60s
            stop_signal: SIGINT
            healthcheck:
              test: ["CMD-SHELL", "pg_isready -U postgres -d shop -h 127.0.0.1"]
              interval: 1s
              timeout: 5s
              retries: 60
        volumes:
          db:
        """
                .formatted(App.image("KOMPOX_TEST_POSTGRES_IMAGE", "postgres:17"));
    }

    /** Run SQL and return what it prints, unaligned, without headers. */
    static String sql(App app, String statement) {
        return app.run(
                        "docker",
                        "exec",
                        container(app),
                        "psql",
                        "-U",
                        "postgres",
                        "-d",
                        "shop",
                        "-AtXq",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-c",
                        statement)
                .ok()
                .out()
                .strip();
    }

    static String container(App app) {
        return app.project + "-db-1";
    }

    /** Check every relation with PostgreSQL's own checker. */
    static Result amcheck(App app) {
        return app.run(
                "docker",
                "exec",
                container(app),
                "pg_amcheck",
                "-U",
                "postgres",
                "--install-missing",
                "--heapallindexed",
                "--all");
    }

    /**
     * Begin a writer that inserts 1, 2, 3 … and notes on this side each number that was
     * acknowledged.
     */
    static Process writer(App app, Path acknowledged) throws IOException {
        String script =
                "i=0; while :; do i=$((i+1)); docker exec "
                        + container(app)
                        + " psql -U postgres -d shop -AtXq -v ON_ERROR_STOP=1 -c \"INSERT INTO acks VALUES ($i)\" 2>/dev/null"
                        + " && echo \"$i $(date +%s%N)\" || sleep 0.2; done";
        return app.background(script, acknowledged);
    }
}
