package dev.kompox.compose.remote;

import dev.kompox.compose.RemoteFileException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a git repository, as docker compose and BuildKit write it: {@code
 * https://HOST/PATH.git#REF:FOLDER}, with {@code ssh}, {@code git} and {@code http} too, {@code
 * USER@HOST:PATH#REF:FOLDER}, or {@code github.com/PATH}.
 *
 * <p>Source: <a href="https://docs.docker.com/build/concepts/context/#git-repositories">Docker,
 * "Build context", "Git repositories"</a>.
 *
 * @param repository what git is told
 * @param ref a branch, tag or commit
 * @param folder the folder, or the file, below the repository's root; may be empty
 */
record GitReference(String repository, String ref, String folder) {

    private static final Pattern SCP = Pattern.compile("([\\w.-]+@[\\w.-]+:[^#?]+)(#(.*))?");

    /**
     * Read a reference.
     *
     * @throws RemoteFileException if it is none
     */
    static GitReference parse(String text) throws RemoteFileException {
        String written = text.startsWith("github.com/") ? "https://" + text : text;
        Matcher scp = SCP.matcher(written);
        GitReference reference =
                scp.matches() && !written.contains("://")
                        ? at(String.valueOf(scp.group(1)), scp.group(3), "")
                        : ofUrl(text, written);
        if (reference.repository.startsWith("-") || reference.ref.startsWith("-")) {
            throw unknown(text);
        }
        return reference;
    }

    private static GitReference ofUrl(String text, String written) throws RemoteFileException {
        try {
            URI url = new URI(written);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            String path = String.valueOf(url.getPath());
            boolean known =
                    switch (scheme) {
                        case "https", "http" ->
                                path.endsWith(".git") || text.startsWith("github.com/");
                        case "ssh", "git" -> true;
                        default -> false;
                    };
            String user = url.getRawUserInfo();
            if (user != null && (user.contains(":") || !scheme.equals("ssh"))) {
                throw new RemoteFileException(
                        "the reference of a repository holds a password or token",
                        "Take it out; git finds it with a credential helper.");
            }
            if (known && url.getRawAuthority() != null) {
                String repository = scheme + "://" + url.getRawAuthority() + url.getRawPath();
                return at(repository, url.getFragment(), url.getQuery());
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw unknown(text);
    }

    private static GitReference at(
            String repository, @Nullable String fragment, @Nullable String query)
            throws RemoteFileException {
        String[] parts = fragment == null ? new String[] {""} : fragment.split(":", 2);
        String ref = parts[0];
        String folder = parts.length > 1 ? parts[1] : "";
        for (String pair :
                query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] named = pair.split("=", 2);
            String value = named.length > 1 ? named[1] : "";
            switch (named[0]) {
                case "ref" -> ref = value;
                case "tag" -> ref = value.startsWith("refs/") ? value : "refs/tags/" + value;
                case "branch" -> ref = value.startsWith("refs/") ? value : "refs/heads/" + value;
                case "subdir" -> folder = value;
                default ->
                        throw new RemoteFileException(
                                "a git repository has no \"" + named[0] + "\" here",
                                "Name ref, tag, branch or subdir.");
            }
        }
        return new GitReference(repository, ref.isEmpty() ? "HEAD" : ref, folder);
    }

    /** Tell whether it names one commit, and so the same content always. */
    boolean isCommit() {
        return ref.matches("[0-9a-f]{40}");
    }

    private static RemoteFileException unknown(String text) {
        return new RemoteFileException(
                "no git repository: " + text.replaceFirst("://[^/@]*@", "://"),
                "Write https://HOST/PATH.git#REF:FOLDER, or copy the file next to this one.");
    }
}
