package dev.kompox.driver.csi.image;

/** What containerd calls an image: in full, with registry and tag. */
final class ImageName {

    private static final String HUB = "docker.io/";

    private ImageName() {}

    /**
     * Complete a name as Docker does. The first part is a registry if it has a dot or a colon or is
     * {@code localhost}; see "normalized named" of github.com/distribution/reference.
     */
    static String full(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String whole = registry ? name : HUB + (slash < 0 ? "library/" : "") + name;
        String last = whole.substring(whole.lastIndexOf('/') + 1);
        return last.contains(":") || last.contains("@") ? whole : whole + ":latest";
    }
}
