package dev.kompox.driver.docker;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.TrashContractTest;
import java.io.IOException;

class DockerTrashContractTest extends TrashContractTest {

    @Override
    protected DriverFixture fixture() throws IOException {
        return DockerFixture.make();
    }
}
