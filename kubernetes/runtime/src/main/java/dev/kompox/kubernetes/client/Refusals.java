package dev.kompox.kubernetes.client;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cluster means when it answers 403: a missing right, a quota, a rule for pods. */
final class Refusals {

    private static final Pattern RIGHT =
            Pattern.compile(
                    "User \"(?<user>[^\"]*)\" cannot (?<verb>\\S+) resource \"(?<resource>[^\"]*)\""
                            + " in API group \"(?<group>[^\"]*)\"(?: in the namespace \"(?<namespace>[^\"]*)\")?");
    private static final Pattern QUOTA =
            Pattern.compile(
                    "exceeded quota: (?<name>\\S+), requested: (?<requested>.+), used: (?<used>.+),"
                            + " limited: (?<limited>.+)");

    private Refusals() {}

    static DriverException forbidden(String context, String doing, String said, Exception cause) {
        Matcher quota = QUOTA.matcher(said);
        if (quota.find()) {
            return new DriverException(
                    new Category.Quota(
                            "resource quota " + quota.group("name"),
                            quota.group("used"),
                            quota.group("limited")),
                    doing
                            + " needs "
                            + quota.group("requested")
                            + ", and resource quota "
                            + quota.group("name")
                            + " has "
                            + quota.group("used")
                            + " of "
                            + quota.group("limited")
                            + " in use",
                    "kubectl --context " + context + " describe quota --all-namespaces",
                    null,
                    cause);
        }
        if (said.contains("being terminated")) {
            return new DriverException(
                    new Category.Transient(), "Kubernetes: " + said, "Try again", null, cause);
        }
        if (said.contains("violates PodSecurity")) {
            return new DriverException(
                    new Category.Invalid(),
                    "Kubernetes: " + said,
                    "Let the app's namespace have pods of level baseline: kubectl --context "
                            + context
                            + " label namespace NAMESPACE pod-security.kubernetes.io/enforce=baseline",
                    null,
                    cause);
        }
        Matcher right = RIGHT.matcher(said);
        return right.find()
                ? denied(context, doing, right, cause)
                : new DriverException(
                        new Category.Denied(said),
                        "Kubernetes: " + said,
                        "kompox doctor",
                        null,
                        cause);
    }

    private static DriverException denied(
            String context, String doing, Matcher right, Exception cause) {
        String verb = right.group("verb");
        String resource = right.group("resource");
        String group = right.group("group");
        String namespace = right.group("namespace");
        String where = namespace == null ? "" : " in namespace " + namespace;
        String full = group.isEmpty() ? resource : resource + "." + group;
        String role =
                namespace == null
                        ? " create clusterrole kompox-" + verb + " "
                        : " -n " + namespace + " create role kompox-" + verb + " ";
        return new DriverException(
                new Category.Denied(verb + " " + full + where),
                "user "
                        + right.group("user")
                        + " may not "
                        + verb
                        + " "
                        + full
                        + where
                        + ", which "
                        + doing
                        + " needs",
                "Have an administrator grant it: kubectl --context "
                        + context
                        + role
                        + "--verb="
                        + verb
                        + " --resource="
                        + full
                        + ", and bind it",
                null,
                cause);
    }
}
