package dev.kompox.driver.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointProgressTest {

    @Test
    void addsUpAndNeverFalls() {
        List<String> heard = new ArrayList<>();
        Progress listener =
                new Progress() {
                    @Override
                    public void bytes(long done, long total) {
                        heard.add(done + "/" + total);
                    }

                    @Override
                    public void note(String sentence) {
                        heard.add(sentence);
                    }

                    @Override
                    public void warning(String sentence) {
                        heard.add("warning: " + sentence);
                    }
                };
        JointProgress joint = new JointProgress(listener, 2);
        joint.of(0).bytes(3, 10);
        joint.of(1).bytes(1, 5);
        joint.of(0).bytes(2, 10);
        joint.of(1).bytes(6, 5);
        joint.of(0).note("copying");
        joint.of(1).warning("slow");
        assertThat(heard)
                .containsExactly("3/10", "4/15", "4/15", "9/16", "copying", "warning: slow");
    }
}
