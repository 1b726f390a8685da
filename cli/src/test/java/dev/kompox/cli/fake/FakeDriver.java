package dev.kompox.cli.fake;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.Bytes;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Disks;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Records;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.Snapshots;
import dev.kompox.driver.place.Location;
import java.util.Optional;

/** Hand out the parts of a place. */
record FakeDriver(
        Capabilities capabilities,
        FakeRuntime apps,
        FakeDisks all,
        FakeSnapshots kept,
        FakeRecords owners)
        implements Driver {

    @Override
    public String name() {
        return "docker";
    }

    @Override
    public Location location() {
        return FakePlace.HERE;
    }

    @Override
    public Optional<Disks> disks() {
        return Optional.of(all);
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return Optional.of(kept);
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
        return Optional.of(apps);
    }

    @Override
    public Optional<Records> records() {
        return Optional.of(owners);
    }

    @Override
    public void close() {}
}
