package dev.kompox.cli;

import dev.kompox.cli.fake.FakePlace;
import dev.kompox.cli.fake.Screen;
import dev.kompox.manifest.id.AppId;
import dev.kompox.operations.app.ProjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An app called shop: a database with a disk, and a web server. */
final class Shop {

    static final String COMPOSE =
            """
            name: shop
            services:
              db:
                image: postgres:16
                volumes: ["db:/var/lib/postgresql/data"]
              web:
                image: shop/web
                depends_on: [db]
                ports: ["8080:80"]
            volumes:
              db:
            """;

    static final AppId APP = ProjectId.of("shop");

    private Shop() {}

    /** Stand before a shop that was never started. */
    static Screen fresh(Path directory, FakePlace place) throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), COMPOSE);
        return new Screen(directory, place);
    }

    /** Stand before a shop that runs, with a restore point called monday. */
    static Screen running(Path directory, FakePlace place) throws IOException {
        place.runtime().running("db", "web");
        place.disks().there();
        place.snapshots().there(ProjectId.of("shop"), "monday");
        return fresh(directory, place);
    }
}
