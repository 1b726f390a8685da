package dev.kompox.compose.canonical;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Read the short form of a mount, {@code SOURCE:TARGET:OPTIONS}, without knowing the platform.
 *
 * <p>A single letter before a colon is a Windows drive, so {@code v:/d} is one path (observed
 * behaviour of docker compose).
 *
 * @param source the source, empty for an anonymous volume
 * @param target the path inside the container
 * @param options the options in order
 */
public record VolumeSyntax(String source, String target, List<String> options) {

    /** Copy the options. */
    public VolumeSyntax {
        options = List.copyOf(options);
    }

    /**
     * Read a short form.
     *
     * @throws IllegalArgumentException with the reason when it is not well-formed
     */
    public static VolumeSyntax parse(String spec) {
        if (spec.isEmpty()) {
            throw new IllegalArgumentException("is empty");
        }
        if (isShort(spec)) {
            return new VolumeSyntax("", spec, List.of());
        }
        List<String> sections = sections(spec);
        if (sections.size() > 3) {
            throw new IllegalArgumentException("has too many colons");
        }
        for (String section : sections) {
            if (section.isEmpty()) {
                throw new IllegalArgumentException("has an empty section between colons");
            }
        }
        if (sections.size() == 1) {
            return new VolumeSyntax("", sections.getFirst(), List.of());
        }
        List<String> options =
                sections.size() == 3 ? List.of(sections.get(2).split(",", -1)) : List.of();
        return new VolumeSyntax(sections.get(0), sections.get(1), options);
    }

    /** Tell whether a text is too short to be more than a target, by its bytes in UTF-8. */
    static boolean isShort(String spec) {
        return spec.getBytes(StandardCharsets.UTF_8).length <= 2;
    }

    /** Give the target of a short form, or the whole text when it is not well-formed. */
    public static String target(String spec) {
        try {
            return parse(spec).target();
        } catch (IllegalArgumentException e) {
            return spec;
        }
    }

    private static List<String> sections(String spec) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        for (int i = 0; i < spec.length(); i++) {
            char c = spec.charAt(i);
            if (c == ':' && !isDrive(section)) {
                sections.add(section.toString());
                section.setLength(0);
            } else {
                section.append(c);
            }
        }
        sections.add(section.toString());
        return sections;
    }

    private static boolean isDrive(CharSequence section) {
        return section.length() == 1 && Character.isLetter(section.charAt(0));
    }

    /** Say whether the source is a path of the host rather than a volume's name. */
    public boolean isBind() {
        if (source.isEmpty()) {
            return false;
        }
        char first = source.charAt(0);
        return first == '.'
                || first == '/'
                || first == '~'
                || source.startsWith("\\\\")
                || (Character.isLetter(first) && source.startsWith(":", 1));
    }
}
