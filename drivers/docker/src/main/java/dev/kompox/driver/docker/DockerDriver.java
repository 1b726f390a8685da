package dev.kompox.driver.docker;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.Bytes;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Disks;
import dev.kompox.driver.Driver;
import dev.kompox.driver.DriverSettings;
import dev.kompox.driver.Fact;
import dev.kompox.driver.Images;
import dev.kompox.driver.Moves;
import dev.kompox.driver.Records;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.Snapshots;
import dev.kompox.driver.docker.compose.ComposeCommand;
import dev.kompox.driver.docker.compose.ComposeRuntime;
import dev.kompox.driver.docker.context.DockerContext;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.freeze.Freezer;
import dev.kompox.driver.docker.storage.DockerBytes;
import dev.kompox.driver.docker.storage.DockerDisks;
import dev.kompox.driver.docker.storage.DockerRecords;
import dev.kompox.driver.docker.storage.DockerSnapshots;
import dev.kompox.driver.docker.storage.HelperImage;
import dev.kompox.driver.docker.storage.Helpers;
import dev.kompox.driver.docker.storage.Seals;
import dev.kompox.driver.docker.storage.Slots;
import dev.kompox.driver.docker.storage.Users;
import dev.kompox.driver.place.Location;
import java.util.List;
import java.util.Optional;

/** One Docker Engine with some apps on it. Holds no connection between calls. */
final class DockerDriver implements Driver {

    /** The variable that names another helper image, for machines with a mirror of their own. */
    static final String HELPER_IMAGE = "KOMPOX_HELPER_IMAGE";

    private final Location location;
    private final Engine engine;
    private final DockerDisks disks;
    private final DockerSnapshots snapshots;
    private final DockerBytes bytes;
    private final DockerAttachments attachments;
    private final ComposeRuntime runtime;
    private final DockerRecords records;
    private final DockerMoves moves;
    private final DockerImages images;

    DockerDriver(DockerContext context, DriverSettings settings) {
        this.location = Location.of(DockerDriverProvider.NAME, context.name());
        this.engine = new Engine(context.endpoint());
        Slots slots = new Slots(settings.workloads());
        String image = settings.environment().get(HELPER_IMAGE);
        HelperImage helper = new HelperImage(engine, image, settings.distribution());
        Helpers helpers = new Helpers(engine, helper);
        this.disks = new DockerDisks(engine, slots, helpers, location);
        this.snapshots = new DockerSnapshots(engine, slots, helpers, location);
        this.bytes = new DockerBytes(engine, helpers, disks, snapshots);
        this.attachments = new DockerAttachments(disks, new Users(engine), settings.workloads());
        this.runtime =
                new ComposeRuntime(
                        engine,
                        new ComposeCommand(context, settings.environment()),
                        new Freezer(engine, disks, helpers));
        this.moves = new DockerMoves(engine, new Seals(engine, slots));
        this.records = new DockerRecords(engine, location);
        this.images = new DockerImages(engine, helper);
    }

    @Override
    public String name() {
        return DockerDriverProvider.NAME;
    }

    @Override
    public Location location() {
        return location;
    }

    @Override
    public Capabilities capabilities() {
        return EngineFacts.of(engine).capabilities();
    }

    @Override
    public List<Fact> facts() {
        return EngineFacts.of(engine).facts();
    }

    @Override
    public Optional<Disks> disks() {
        return Optional.of(disks);
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return Optional.of(snapshots);
    }

    @Override
    public Optional<Bytes> bytes() {
        return Optional.of(bytes);
    }

    @Override
    public Optional<Attachments> attachments() {
        return Optional.of(attachments);
    }

    @Override
    public Optional<Runtime> runtime() {
        return Optional.of(runtime);
    }

    @Override
    public Optional<Records> records() {
        return Optional.of(records);
    }

    @Override
    public Optional<Moves> moves() {
        return Optional.of(moves);
    }

    @Override
    public Optional<Images> images() {
        return Optional.of(images);
    }

    @Override
    public void close() {}
}
