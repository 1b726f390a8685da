package dev.kompox.compose.yaml;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Turn a file's bytes into text, or say why it is none. */
final class SourceText {

    private SourceText() {}

    static String read(Path file, String name, Limits limits) {
        if (Files.isDirectory(file)) {
            throw refuse("not-a-file", name + " is a directory, not a file");
        }
        if (Files.exists(file) && !isReadable(file)) {
            throw refuse("not-a-file", name + " is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return decode(in.readNBytes(limits.bytes() + 1), name, limits);
        } catch (NoSuchFileException e) {
            throw refuse("no-such-file", name + ": no such file");
        } catch (AccessDeniedException e) {
            throw refuse("unreadable", name + ": permission denied");
        } catch (IOException e) {
            throw refuse("unreadable", name + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Reading anything else may wait, or go on, for ever. */
    static boolean isReadable(Path file) {
        return Files.isRegularFile(file) || isPipe(file) || file.toString().equals("/dev/null");
    }

    /** Shells pass {@code <(command)} as a pipe below /dev/fd or /proc. */
    private static boolean isPipe(Path file) {
        String path = file.toString();
        return path.startsWith("/dev/fd/")
                || path.startsWith("/proc/self/fd/")
                || path.equals("/dev/stdin");
    }

    static String decode(byte[] bytes, String name, Limits limits) {
        if (bytes.length > limits.bytes()) {
            throw new ComposeException(tooLarge(name, limits));
        }
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            skip = 3;
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        }
        String text = decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip), charset, name);
        refuseControlCharacters(text, name);
        return text;
    }

    private static String decode(ByteBuffer bytes, Charset charset, String name) {
        try {
            return charset.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = bytes.arrayOffset(); i < bytes.position(); i++) {
                line += bytes.get(i) == '\n' ? 1 : 0;
            }
            throw refuse(
                    "not-text",
                    name + " is not a text file: line " + line + " is not valid " + charset.name());
        }
    }

    private static void refuseControlCharacters(String text, String name) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (isControl(c)) {
                String hex = String.format("0x%02X", (int) c);
                throw refuse(
                        "not-text",
                        name + " is not a text file: line " + line + " holds the character " + hex);
            }
        }
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\t' && c != '\r')
                || (c >= 0x7F && c < 0xA0 && c != 0x85)
                || c >= 0xFFFE;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    static Problem tooLarge(String name, Limits limits) {
        return Problem.error(
                "too-large", name + " is larger than " + limits.bytes() + " bytes", null, "");
    }

    private static ComposeException refuse(String code, String sentence) {
        return new ComposeException(Problem.error(code, sentence, null, ""));
    }
}
