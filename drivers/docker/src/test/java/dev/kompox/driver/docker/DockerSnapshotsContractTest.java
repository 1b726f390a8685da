package dev.kompox.driver.docker;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.SnapshotsContractTest;
import java.io.IOException;

class DockerSnapshotsContractTest extends SnapshotsContractTest {

    @Override
    protected DriverFixture fixture() throws IOException {
        return DockerFixture.make();
    }
}
