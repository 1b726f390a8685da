package dev.kompox.driver.docker;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.RecordsContractTest;
import java.io.IOException;

class DockerRecordsContractTest extends RecordsContractTest {

    @Override
    protected DriverFixture fixture() throws IOException {
        return DockerFixture.make();
    }
}
