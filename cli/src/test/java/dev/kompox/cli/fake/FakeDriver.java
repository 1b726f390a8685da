package dev.kompox.cli.fake;

import dev.kompox.driver.Apps;
import dev.kompox.driver.Attachments;
import dev.kompox.driver.Bytes;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Disks;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Fact;
import dev.kompox.driver.Records;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.Snapshots;
import dev.kompox.driver.Tunnels;
import dev.kompox.driver.place.Location;
import java.util.List;
import java.util.Optional;

/** Hand out the parts of a place. */
record FakeDriver(FakePlace place, Capabilities capabilities) implements Driver {

    @Override
    public String name() {
        return place.name();
    }

    @Override
    public Location location() {
        return place.here();
    }

    @Override
    public List<Fact> facts() {
        return List.of(new Fact("engine", "27.3, overlay2 on ext4"));
    }

    @Override
    public Optional<Disks> disks() {
        return Optional.of(place.disks());
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return Optional.of(place.snapshots());
    }

    @Override
    public Optional<Bytes> bytes() {
        return Optional.of(new FakeBytes());
    }

    @Override
    public Optional<Attachments> attachments() {
        return Optional.of(new FakeAttachments());
    }

    @Override
    public Optional<Runtime> runtime() {
        return Optional.of(place.runtime());
    }

    @Override
    public Optional<Records> records() {
        return Optional.of(place.records());
    }

    @Override
    public Optional<Tunnels> tunnels() {
        return Optional.ofNullable(place.tunnels());
    }

    @Override
    public Optional<Apps> apps() {
        return Optional.of(place::apps);
    }

    @Override
    public void close() {}
}
