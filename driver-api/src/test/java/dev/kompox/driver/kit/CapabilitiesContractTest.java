package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Driver;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.failure.Category;
import org.junit.jupiter.api.Test;

/** Check that a driver says the truth about itself. */
public abstract class CapabilitiesContractTest extends Contract {

    @Test
    void hasANameAndAPlace() {
        Driver driver = driver();

        assertThat(driver.name()).isNotBlank();
        assertThat(driver.location().provider()).isEqualTo(driver.name());
    }

    @Test
    void factsHaveNamesAndValues() {
        assertThat(driver().facts())
                .allSatisfy(fact -> {
                    assertThat(fact.name()).isNotBlank();
                    assertThat(fact.value()).isNotBlank();
                });
    }

    @Test
    void twoProcessesAreToldTheSame() {
        assertThat(driver().capabilities()).isEqualTo(driver().capabilities());
    }

    @Test
    void resizeIsRefusedWhereItIsNotOffered() {
        Capabilities capabilities = driver().capabilities();
        blank(DATA, "one");

        if (!capabilities.resize()) {
            fails(
                    Category.Unsupported.class,
                    () ->
                            disks().resize(
                                            disk(DATA, "one"),
                                            new ByteSize(1L << 30),
                                            call("resize")));
        } else {
            assertThat(
                            disks().resize(
                                            disk(DATA, "one"),
                                            new ByteSize(1L << 30),
                                            call("resize"))
                                    .size())
                    .isNotNull();
        }
    }
}
