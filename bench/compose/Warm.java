import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.render.ProjectPrinter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Read files again and again in one process, as a server does that uses the library. */
public final class Warm {

    public static void main(String[] args) {
        int runs = Integer.parseInt(args[0]);
        System.out.printf("%n%-48s %9s %9s %9s%n", "read and printed again in one process", "first", "median", "least");
        for (String text : Arrays.asList(args).subList(1, args.length)) {
            String[] parts = text.split("\\|");
            LoadRequest request = LoadRequest.of(Path.of(parts[1]), Map.of("HOME", "/root"));
            double first = time(request);
            // the compilers of Java take some hundred readings until they have done what they can
            for (int i = 0; i < 300; i++) {
                time(request);
            }
            double[] times = new double[runs];
            for (int i = 0; i < runs; i++) {
                times[i] = time(request);
            }
            Arrays.sort(times);
            System.out.printf(Locale.ROOT, "%-48s %6.1f ms %6.1f ms %6.1f ms%n", parts[0], first, times[runs / 2], times[0]);
        }
    }

    private static double time(LoadRequest request) {
        long begun = System.nanoTime();
        if (ProjectPrinter.yaml(ComposeLoader.load(request).project()).isEmpty()) {
            throw new IllegalStateException("nothing printed");
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
