package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.MappingNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a service may do. */
final class Security {

    private static final Pattern USER = Pattern.compile("(root|\\d+)(?::(root|\\d+))?");

    private Security() {}

    static Body context(Service service, Findings findings) {
        MappingNode node = service.node();
        Body context = new Body();
        String user = ServiceKeys.text(node, "user");
        if (user != null && !user.isEmpty()) {
            Matcher numbers = USER.matcher(user);
            if (numbers.matches()) {
                // an engine gives a user without a group the group that the image says, mostly 0
                context.with("runAsUser", id(numbers.group(1), service, findings));
                context.with("runAsGroup", id(numbers.group(2), service, findings));
            } else {
                findings.rejected(
                        "services." + service.name() + ".user",
                        ServiceKeys.at(service, "user"),
                        "a cluster knows users by number; write the number that the image has for "
                                + user
                                + ", see: docker run --rm --entrypoint id IMAGE "
                                + user);
            }
        }
        boolean privileged = ServiceKeys.flag(node, "privileged");
        if (privileged) {
            context.with("privileged", true);
        }
        if (ServiceKeys.flag(node, "read_only")) {
            context.with("readOnlyRootFilesystem", true);
        }
        if (ServiceKeys.texts(node, "security_opt").stream().anyMatch(Security::noNew)) {
            if (privileged) {
                findings.caveat(
                        "services." + service.name() + ".security_opt",
                        ServiceKeys.at(service, "security_opt"),
                        "a cluster does not let what is privileged refuse new privileges");
            } else {
                context.with("allowPrivilegeEscalation", false);
            }
        }
        return context.with(
                "capabilities",
                new Body()
                        .with("add", capabilities(node, "cap_add"))
                        .with("drop", capabilities(node, "cap_drop")));
    }

    private static @Nullable Long id(@Nullable String digits, Service service, Findings findings) {
        if (digits == null) {
            return null;
        }
        Optional<Long> number = Ids.number(digits);
        if (number.isEmpty()) {
            findings.rejected(
                    "services." + service.name() + ".user",
                    ServiceKeys.at(service, "user"),
                    "a user or group is 0 to " + Ids.MOST + ", not " + digits);
        }
        return number.orElse(null);
    }

    private static boolean noNew(String option) {
        return option.equals("no-new-privileges") || option.matches("no-new-privileges[:=]true");
    }

    private static List<String> capabilities(MappingNode node, String key) {
        return ServiceKeys.texts(node, key).stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .map(name -> name.startsWith("CAP_") ? name.substring(4) : name)
                .sorted()
                .distinct()
                .toList();
    }
}
