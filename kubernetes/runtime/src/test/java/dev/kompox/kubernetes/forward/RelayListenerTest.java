package dev.kompox.kubernetes.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.kubernetes.kit.FakeSocket;
import dev.kompox.kubernetes.socket.Liveness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class RelayListenerTest {

    private final FakeSocket socket = new FakeSocket();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int begun;
    private final RelayListener listener =
            new RelayListener(out, new Liveness(false), () -> begun++);

    @Test
    void theNumbersOfThePortAreNoBytesOfThePod() {
        message(0, 0x90, 0x1f);
        message(1, 0x90, 0x1f);
        assertThat(listener.data()).isFalse();
        message(0, 'a');
        message(0, 'b', 'c');
        assertThat(out.toByteArray()).containsExactly('a', 'b', 'c');
        assertThat(begun).isEqualTo(1);
        assertThat(socket.requested()).isEqualTo(4);
    }

    @Test
    void messagesInPartsAreOne() {
        part(false, 0, 0x90);
        part(false, 0x1f, 'a');
        part(false);
        part(true, 1, 0);
        message(0, 'z');
        assertThat(out.toByteArray()).containsExactly('a', 1, 0, 'z');
    }

    @Test
    void aCloseWithoutWordsIsThePodsEnd() {
        message(1, 0x90, 0x1f);
        listener.onClose(socket, WebSocket.NORMAL_CLOSURE, "");
        assertThat(listener.ended()).isCompletedWithValue("");
    }

    @Test
    void wordsOnTheOtherChannelAreTheError() {
        message(1, 0x90, 0x1f);
        message(1, 'n');
        message(1, 'o');
        listener.onClose(socket, WebSocket.NORMAL_CLOSURE, "");
        assertThat(listener.ended()).isCompletedWithValue("no");
        assertThat(out.size()).isZero();
    }

    @Test
    void anyOtherCloseIsABreak() {
        listener.onClose(socket, 1006, "");
        assertThat(listener.ended()).isCompletedExceptionally();
    }

    @Test
    void aLocalSideThatIsGoneEndsIt() {
        OutputStream gone =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("gone");
                    }
                };
        RelayListener broken = new RelayListener(gone, new Liveness(false), () -> {});
        broken.onBinary(socket, ByteBuffer.wrap(new byte[] {0, 1, 2, 'a'}), true);
        assertThat(broken.ended()).isCompletedExceptionally();
        assertThat(socket.aborted()).isTrue();
    }

    private void message(int... bytes) {
        part(true, bytes);
    }

    private void part(boolean last, int... bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length);
        for (int one : bytes) {
            buffer.put((byte) one);
        }
        listener.onBinary(socket, buffer.flip(), last);
    }
}
