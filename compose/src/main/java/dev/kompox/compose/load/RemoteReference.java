package dev.kompox.compose.load;

/** Tell references to other machines from paths. */
final class RemoteReference {

    private RemoteReference() {}

    static boolean is(String reference) {
        return reference.contains("://")
                || reference.startsWith("git@")
                || reference.startsWith("github.com/");
    }
}
