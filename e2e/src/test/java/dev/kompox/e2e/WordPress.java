package dev.kompox.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A blog: WordPress and its MariaDB, and what one asks them. */
final class WordPress {

    /** Below the ports that the kernel gives to whoever asks for any. */
    static final int PORT = 18088;

    private static final String PASSWORD = "kompoxtest-secret-value";
    private static final String UPLOADS = "/var/www/html/wp-content/uploads";

    /** Writes many small files as the blog's media, through its own functions. */
    private static final String SEED =
            """
            require '/var/www/html/wp-load.php';
            foreach (range(1, (int) $argv[1]) as $n) {
                $text = str_repeat(hash('sha256', "seed $n") . "\\n", 1 + $n % 40);
                $kept = wp_upload_bits("seed-$n.txt", null, $text);
                if ($kept['error']) { fwrite(STDERR, $kept['error']); exit(1); }
                $media = ['post_title' => "seed-$n", 'post_mime_type' => 'text/plain', 'post_status' => 'inherit'];
                wp_insert_attachment($media, $kept['file'], 0, true);
            }
            """;

    /**
     * Publishes a post and uploads a file over HTTP, and says the number and the file's SHA-256.
     */
    private static final String POST =
            """
            function call($method, $words) {
                $value = fn($v) => is_array($v)
                    ? '<struct>' . implode('', array_map(fn($k, $w) => "<member><name>$k</name><value>$w</value></member>",
                        array_keys($v), $v)) . '</struct>'
                    : $v;
                $all = array_map(fn($v) => '<param><value>' . $value($v) . '</value></param>', $words);
                $body = "<?xml version='1.0'?><methodCall><methodName>$method</methodName><params>"
                    . implode('', $all) . '</params></methodCall>';
                $http = ['method' => 'POST', 'header' => 'Content-Type: text/xml', 'content' => $body, 'timeout' => 20];
                $said = @file_get_contents('http://127.0.0.1/xmlrpc.php', false, stream_context_create(['http' => $http]));
                if ($said === false || str_contains($said, '<fault>') || !str_contains($said, '<params>')) { exit(1); }
            }
            $n = $argv[1];
            $login = ['<int>1</int>', 'editor', 'PASSWORD'];
            $text = str_repeat(hash('sha256', "load $n") . "\\n", 20);
            $file = ['name' => "load-$n.txt", 'type' => 'text/plain', 'bits' => '<base64>' . base64_encode($text) . '</base64>'];
            call('wp.uploadFile', [...$login, $file]);
            call('wp.newPost', [...$login, ['post_title' => "ack-$n", 'post_content' => 'kept', 'post_status' => 'publish']]);
            echo $n, ' ', hash('sha256', $text), "\\n";
            """
                    .replace("PASSWORD", PASSWORD);

    private WordPress() {}

    static String compose() {
        return """
        services:
          db:
            image: %1$s
            command: ["--innodb-log-file-size=16M"]
            environment:
              MARIADB_ROOT_PASSWORD: %3$s
              MARIADB_DATABASE: blog
              MARIADB_USER: blog
              MARIADB_PASSWORD: %3$s
            volumes: ["db:/var/lib/mysql"]
            stop_grace_period: 60s
            healthcheck:
              test: ["CMD", "mariadb-admin", "ping", "-h", "127.0.0.1"]
              interval: 1s
              timeout: 5s
              retries: 60
          web:
            image: %2$s
            depends_on: {db: {condition: service_healthy}}
            ports: ["%4$d:80"]
            environment:
              WORDPRESS_DB_HOST: db
              WORDPRESS_DB_NAME: blog
              WORDPRESS_DB_USER: blog
              WORDPRESS_DB_PASSWORD: %3$s
              WORDPRESS_CONFIG_EXTRA: |
                define('WP_HOME', 'http://' . ($$_SERVER['HTTP_HOST'] ?? 'localhost'));
                define('WP_SITEURL', WP_HOME);
                define('WP_HTTP_BLOCK_EXTERNAL', true);
                define('DISABLE_WP_CRON', true);
            volumes: ["files:/var/www/html"]
            stop_grace_period: 30s
            healthcheck:
              test: ["CMD", "php", "-r", "exit(@file_get_contents('http://127.0.0.1/readme.html') ? 0 : 1);"]
              interval: 1s
              timeout: 5s
              retries: 60
        volumes: {db: {}, files: {}}
        """
                .formatted(database(), image(), PASSWORD, PORT);
    }

    static String database() {
        return App.image("KOMPOX_TEST_MARIADB_IMAGE", "kompox-demo/mariadb:11");
    }

    static String image() {
        return App.image("KOMPOX_TEST_WORDPRESS_IMAGE", "kompox-demo/wordpress:6");
    }

    /** Set the blog up as its owner does in a browser. */
    static Result install(App app, String address) {
        return app.run(
                "curl",
                "-fsS",
                address + "/wp-admin/install.php?step=2",
                "-d",
                "weblog_title=Harbour+News&user_name=editor&admin_email=editor@example.org"
                        + "&pw_weak=1&blog_public=0&admin_password="
                        + PASSWORD
                        + "&admin_password2="
                        + PASSWORD);
    }

    /** Return the blog's first page. */
    static String page(App app, String address) {
        return app.run("curl", "-fsS", "--retry", "5", "--retry-connrefused", address + "/")
                .ok()
                .out();
    }

    /** Upload many small files at once, {@code seed-1.txt} and on. */
    static void seed(App app, Side side, int files) {
        List<String> as = List.of("setpriv", "--reuid=33", "--regid=33", "--clear-groups");
        List<String> command = new ArrayList<>(as);
        command.addAll(List.of("php", "-r", SEED, "--", String.valueOf(files)));
        side.exec(app, "web", command.toArray(String[]::new)).ok();
    }

    /** Publish posts and upload files wherever the blog is, and note what was acknowledged. */
    static Process writer(App app, List<Side> sides, Path acknowledged) throws IOException {
        String everywhere =
                sides.stream()
                        .map(side ->
                                side.shell(app, "web")
                                        + " php -r "
                                        + Side.quoted(POST)
                                        + " -- $i 2>/dev/null; ")
                        .collect(Collectors.joining());
        return app.background("i=0; while :; do i=$((i+1)); " + everywhere + "done", acknowledged);
    }

    /** Return the titles of all posts, as the database's own client tells them. */
    static List<String> titles(App app, Side side) {
        String sql =
                "SELECT post_title FROM wp_posts WHERE post_type = 'post' AND post_status = 'publish'";
        return side.exec(app, "db", "mariadb", "-ublog", "-p" + PASSWORD, "-BN", "blog", "-e", sql)
                .ok()
                .out()
                .lines()
                .toList();
    }

    /** Return the names of all uploads and what {@code sha256sum} says of them. */
    static Map<String, String> uploads(App app, Side side) {
        String find = "cd " + UPLOADS + " && find . -type f -print0 | xargs -0 sha256sum";
        return side.exec(app, "web", "bash", "-c", find)
                .ok()
                .out()
                .lines()
                .collect(
                        Collectors.toMap(
                                line -> line.substring(line.lastIndexOf('/') + 1),
                                line -> line.substring(0, line.indexOf(' ')),
                                (first, _) -> first,
                                TreeMap::new));
    }

    /** Check every table with the database's own checker. */
    static Result check(App app, Side side) {
        return side.exec(
                app, "db", "mariadb-check", "-uroot", "-p" + PASSWORD, "--all-databases", "-e");
    }
}
