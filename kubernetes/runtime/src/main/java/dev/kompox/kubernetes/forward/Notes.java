package dev.kompox.kubernetes.forward;

import java.util.function.Consumer;

/** Tells each trouble once until all was well again, however many connections meet it. */
final class Notes {

    private final Consumer<String> listener;
    private String last = "";

    Notes(Consumer<String> listener) {
        this.listener = listener;
    }

    synchronized void trouble(String sentence) {
        if (!sentence.equals(last)) {
            last = sentence;
            listener.accept(sentence);
        }
    }

    synchronized void well() {
        last = "";
    }
}
