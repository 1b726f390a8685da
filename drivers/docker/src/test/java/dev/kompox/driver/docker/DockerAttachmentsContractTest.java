package dev.kompox.driver.docker;

import dev.kompox.driver.kit.AttachmentsContractTest;
import dev.kompox.driver.kit.DriverFixture;
import java.io.IOException;

class DockerAttachmentsContractTest extends AttachmentsContractTest {

    @Override
    protected DriverFixture fixture() throws IOException {
        return DockerFixture.make();
    }
}
