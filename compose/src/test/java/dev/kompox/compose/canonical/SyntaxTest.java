package dev.kompox.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxTest {

    @ParameterizedTest
    @CsvSource({
        "'', .",
        "., .",
        "/, /",
        "a/b/, a/b",
        "a//b, a/b",
        "a/./b, a/b",
        "a/../b, b",
        "../a, ../a",
        "../../a, ../../a",
        "/.., /",
        "/../a, /a",
        "a/.., .",
    })
    void cleansPathsAsGoDoes(String path, String clean) {
        assertThat(GoPath.clean(path)).isEqualTo(clean);
    }

    @Test
    void joinsPaths() {
        assertThat(GoPath.join("/a", "./b")).isEqualTo("/a/b");
        assertThat(GoPath.join("/a/b", "..")).isEqualTo("/a");
        assertThat(GoPath.join("", "b/")).isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\x, true",
        "c:/x, true",
        "\\\\host\\share, true",
        "//host/share, true",
        "C:x, false",
        "/x, false",
        "x, false",
        "C:, false",
        "'', false",
    })
    void tellsAbsoluteWindowsPaths(String path, boolean absolute) {
        assertThat(GoPath.isWindowsAbsolute(path)).isEqualTo(absolute);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3.4, true",
        "0.0.0.0, true",
        "255.255.255.255, true",
        "256.1.1.1, false",
        "1.2.3, false",
        "1.2.3.4.5, false",
        "01.2.3.4, false",
        "a.b.c.d, false",
        "'', false",
        "1..2.3, false",
        "::, true",
        "::1, true",
        "fe80::1, true",
        "1:2:3:4:5:6:7:8, true",
        "1:2:3:4:5:6:7, false",
        "1:2:3:4:5:6:7:8:9, false",
        "::1::2, false",
        "g::1, false",
        "::ffff:1.2.3.4, true",
        "12345::, false",
        "1:2:3:4:5:6:1.2.3.4, true",
        ":1, false",
        "1:2:3:4:5:6:7::8, false",
        "localhost, false",
    })
    void tellsIpAddresses(String text, boolean valid) {
        assertThat(IpAddress.isValid(text)).isEqualTo(valid);
    }

    @Test
    void readsShortMounts() {
        assertThat(VolumeSyntax.parse("a:/b")).isEqualTo(new VolumeSyntax("", "a:/b", List.of()));
        assertThat(VolumeSyntax.parse("data:/b:ro,z"))
                .isEqualTo(new VolumeSyntax("data", "/b", List.of("ro", "z")));
        assertThat(VolumeSyntax.parse("/anon")).isEqualTo(new VolumeSyntax("", "/anon", List.of()));
        assertThat(VolumeSyntax.parse("/a")).isEqualTo(new VolumeSyntax("", "/a", List.of()));
        assertThat(VolumeSyntax.parse("C:\\x:D:\\y:ro"))
                .isEqualTo(new VolumeSyntax("C:\\x", "D:\\y", List.of("ro")));
        assertThat(VolumeSyntax.target("data:/b")).isEqualTo("/b");
        assertThat(VolumeSyntax.target("::")).isEqualTo("::");
    }

    @ParameterizedTest
    @CsvSource({"''", "data::ro", ":/data", "data:/x:ro:more", "data:/x:"})
    void refusesMalformedMounts(String spec) {
        assertThatThrownBy(() -> VolumeSyntax.parse(spec))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "./a, true",
        "/a, true",
        "~/a, true",
        "\\\\host\\x, true",
        "C:\\x, true",
        "data, false",
        "'', false",
        "a, false",
        "1:x, false",
    })
    void tellsHostPathsFromVolumes(String source, boolean bind) {
        assertThat(new VolumeSyntax(source, "/t", List.of()).isBind()).isEqualTo(bind);
    }

    @ParameterizedTest
    @CsvSource({
        "80, '', -1, 80, 80, tcp",
        "8080:80, '', 8080, 80, 80, tcp",
        "127.0.0.1:8080:80/udp, 127.0.0.1, 8080, 80, 80, udp",
        "127.0.0.1::80, 127.0.0.1, -1, 80, 80, tcp",
        "'[::1]:1:2', ::1, 1, 2, 2, tcp",
        "::1:1:2, ::1, 1, 2, 2, tcp",
        ":::1:2, '::', 1, 2, 2, tcp",
        "fd00::5::2, fd00::5, -1, 2, 2, tcp",
        "1-3:11-13/SCTP, '', 1, 11, 13, sctp",
        "80/, '', -1, 80, 80, tcp",
    })
    void readsPorts(String spec, String ip, int host, int from, int to, String protocol) {
        PortSyntax port = PortSyntax.parse(spec);

        assertThat(port.hostIp()).isEqualTo(ip);
        assertThat(port.hostFrom()).isEqualTo(host);
        assertThat(port.from()).isEqualTo(from);
        assertThat(port.to()).isEqualTo(to);
        assertThat(port.protocol()).isEqualTo(protocol);
    }

    @Test
    void pairsHostPortsWithContainerPorts() {
        assertThat(PortSyntax.parse("5-7:15-17").published(16)).isEqualTo("6");
        assertThat(PortSyntax.parse("5-7:15").published(15)).isEqualTo("5-7");
        assertThat(PortSyntax.parse("15").published(15)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "a:80",
        "80:a",
        "80:",
        "65536",
        "5-4",
        "1-2:1-3",
        "80/icmp",
        "1.2.3:80:80",
        "-1:80",
        "80-",
        "1-2-3",
        "1-2-3:80",
        "::x:1:2",
        "x.y:1:2",
    })
    void refusesMalformedPorts(String spec) {
        assertThatThrownBy(() -> PortSyntax.parse(spec))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
