package dev.kompox.driver.docker;

import dev.kompox.driver.kit.AssignContractTest;
import dev.kompox.driver.kit.DriverFixture;
import java.io.IOException;

class DockerAssignContractTest extends AssignContractTest {

    @Override
    protected DriverFixture fixture() throws IOException {
        return DockerFixture.make();
    }
}
