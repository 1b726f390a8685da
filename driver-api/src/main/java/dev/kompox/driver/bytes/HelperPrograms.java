package dev.kompox.driver.bytes;

import java.io.OutputStream;
import java.util.List;

/** Run programs of the helper image beside mounted trees. */
@FunctionalInterface
public interface HelperPrograms {

    /**
     * Run a program that must succeed.
     *
     * @param what what it does, for the failure's sentence
     * @param out written as the program writes
     * @throws dev.kompox.driver.failure.DriverException if it does not succeed
     */
    void check(String what, List<String> command, OutputStream out);
}
