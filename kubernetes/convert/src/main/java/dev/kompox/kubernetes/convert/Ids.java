package dev.kompox.kubernetes.convert;

import java.util.Optional;

/** Numbers of users and groups, in the bounds of engines and of Kubernetes. */
final class Ids {

    static final int MOST = Integer.MAX_VALUE;

    private Ids() {}

    /**
     * Return the number that a text is, or nothing if it is no number or one beyond the bounds. Of
     * all names only {@code root} has the same number in every image.
     */
    static Optional<Long> number(String text) {
        if (text.equals("root")) {
            return Optional.of(0L);
        }
        return text.matches("0*\\d{1,10}")
                ? Optional.of(Long.valueOf(text)).filter(number -> number <= MOST)
                : Optional.empty();
    }
}
