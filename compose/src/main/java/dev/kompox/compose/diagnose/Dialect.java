package dev.kompox.compose.diagnose;

import dev.kompox.compose.Problem;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files that look like Compose files and are templates for another program, which fills them in
 * before Docker sees them. Whoever loads one is told so, beside what is wrong with it.
 */
public enum Dialect {
    /** See https://coolify.io/docs/knowledge-base/docker/compose. */
    COOLIFY(
            "Coolify",
            "SERVICE_(?:FQDN|URL|USER|PASSWORD|BASE64|REALBASE64|HEX)_"
                    + "|^\\s+(?:exclude_from_hc|is_directory):",
            "it sets the variables SERVICE_… and declares volumes by itself",
            "Take the file that Coolify made of it: Show Deployable Compose."),
    /** See https://github.com/getumbrel/umbrel-apps. */
    UMBREL(
            "Umbrel",
            "^ {2}app_proxy:",
            "it sets the variables APP_… and completes the service app_proxy",
            "Remove app_proxy, and set its variables in .env."),
    /** See https://runtipi.io/docs/contributing. */
    RUNTIPI(
            "Runtipi",
            "tipi_main_network|runtipi\\.managed",
            "it sets the variables APP_… and declares the network tipi_main_network",
            "Remove that network, and set its variables in .env.");

    private static final int LONGEST = 256 * 1024;

    private final String program;
    private final Pattern sign;
    private final String does;
    private final String remedy;

    Dialect(String program, String sign, String does, String remedy) {
        this.program = program;
        this.sign = Pattern.compile(sign, Pattern.MULTILINE);
        this.does = does;
        this.remedy = remedy;
    }

    /** Find out whether one of some texts is such a template. */
    static Optional<Dialect> of(Collection<String> texts) {
        for (Dialect dialect : values()) {
            boolean found =
                    texts.stream()
                            .map(text -> text.substring(0, Math.min(text.length(), LONGEST)))
                            .anyMatch(text -> dialect.sign.matcher(text).find());
            if (found) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    Problem notice() {
        return Problem.warning(
                        "dialect",
                        "this is a template of " + program + ", no finished Compose file: " + does,
                        null,
                        "")
                .withRemedy(remedy);
    }
}
