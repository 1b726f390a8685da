package dev.kompox.kubernetes.apply;

import java.util.List;

/**
 * Say what applying would do to one object.
 *
 * @param kind its kind, e.g. {@code Deployment}
 * @param name its name
 * @param verb what would happen to it
 * @param fields the fields that would change, each as {@code path: old → new}, values of secrets
 *     and long ones left out
 */
public record ObjectChange(String kind, String name, Verb verb, List<String> fields) {

    /** What happens to an object. */
    public enum Verb {
        /** It is made. */
        CREATE,
        /** Some of its fields get other values. */
        CHANGE,
        /** It is as wanted. */
        KEEP,
        /** It was applied before and is wanted no longer. */
        PRUNE
    }

    /** Copies the list. */
    public ObjectChange {
        fields = List.copyOf(fields);
    }
}
