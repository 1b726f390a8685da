package dev.kompox.kubernetes.copy;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a {@code tar} ended.
 *
 * @param where whose it was, for people
 * @param code its exit code
 * @param said the last lines it said
 */
record TarResult(String where, int code, List<String> said) {

    private static final String SUMMARY = "Exiting with failure status due to previous errors";

    /** Leaves out what says nothing. */
    TarResult {
        said = said.stream().filter(line -> !line.endsWith(SUMMARY)).toList();
    }

    /**
     * Warn of files that changed while they were read, as those of a running service do.
     *
     * @throws DriverException {@code Invalid} if it failed, in its words
     */
    void check(Consumer<String> warnings) {
        if (code == 1 && !said.isEmpty() && said.stream().allMatch(TarResult::harmless)) {
            said.forEach(line -> warnings.accept(where + ": " + line));
        } else if (code != 0) {
            throw new DriverException(
                    new Category.Invalid(),
                    "tar failed "
                            + where
                            + ": "
                            + (said.isEmpty() ? "exit code " + code : said.getLast()),
                    "See what it says, mend that, and copy again");
        }
    }

    private static boolean harmless(String line) {
        return line.endsWith("file changed as we read it")
                || line.endsWith("File removed before we read it");
    }
}
