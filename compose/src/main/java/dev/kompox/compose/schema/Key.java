package dev.kompox.compose.schema;

/**
 * Describe one key: what may stand under it and what each stage of loading does with it.
 *
 * @param name the key, {@code *} for a mapping's free keys, {@code []} for a list's items
 * @param type what may stand there
 * @param form how it stands in the canonical model
 * @param merge how a later value is laid over it
 * @param unique what makes two items of its list the same
 * @param shorthand its short form
 * @param path how relative paths in it are made absolute
 * @param cast what a text in it becomes
 */
public record Key(
        String name,
        Type type,
        Form form,
        Merge merge,
        Unique unique,
        Shorthand shorthand,
        PathRule path,
        Cast cast) {

    static Key of(String name, Type type, Form form) {
        return new Key(
                name, type, form, Merge.DEEP, Unique.NO, Shorthand.NONE, PathRule.NONE, Cast.NONE);
    }

    Key merge(Merge newMerge) {
        return new Key(name, type, form, newMerge, unique, shorthand, path, cast);
    }

    Key unique(Unique newUnique) {
        return new Key(name, type, form, merge, newUnique, shorthand, path, cast);
    }

    Key shorthand(Shorthand newShorthand) {
        return new Key(name, type, form, merge, unique, newShorthand, path, cast);
    }

    Key path(PathRule newPath) {
        return new Key(name, type, form, merge, unique, shorthand, newPath, cast);
    }

    Key cast(Cast newCast) {
        return new Key(name, type, form, merge, unique, shorthand, path, newCast);
    }
}
