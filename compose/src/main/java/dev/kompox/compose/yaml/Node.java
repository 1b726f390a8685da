package dev.kompox.compose.yaml;

/** Hold one YAML value together with the place where it was written. Immutable. */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode {

    /** Give the place of the value's first character. */
    Location location();

    /** Give the tag: one of {@link Tag}'s for the YAML core, else as written. */
    String tag();

    /** Give the same value under another tag. */
    Node withTag(String tag);

    /** Say in one or two words what kind of value this is, for messages. */
    String kind();
}
