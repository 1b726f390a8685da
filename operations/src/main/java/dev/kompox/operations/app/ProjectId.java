package dev.kompox.operations.app;

import dev.kompox.driver.disk.Names;
import dev.kompox.manifest.id.AppId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Give an id to an app that is only a Compose project. */
public final class ProjectId {

    private static final int LONGEST = 63;

    private ProjectId() {}

    /**
     * Return the id of a project on the local Docker Engine.
     *
     * <p>A project name that is a DNS label is the app's name. Compose also allows {@code _} and a
     * {@code -} at the end, and any length; such a name is made a label and gets eight digits of
     * its SHA-256, so that two projects never share an app.
     */
    public static AppId of(String project) {
        return new AppId("local", "docker", "local", label(project));
    }

    private static String label(String project) {
        try {
            Names.check("app", project, LONGEST, Names.DNS_LABEL);
            return project;
        } catch (IllegalArgumentException e) {
            String digits = digits(project);
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < project.length() && plain.length() < LONGEST - 9; i++) {
                char c = project.charAt(i);
                plain.append((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-');
            }
            while (!plain.isEmpty() && plain.charAt(0) == '-') {
                plain.deleteCharAt(0);
            }
            return plain.append(plain.isEmpty() ? "" : "-").append(digits).toString();
        }
    }

    private static String digits(String project) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(project.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
