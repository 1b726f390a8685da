import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Run commands in turn, many times, and print one table of their times and memory. */
public final class Bench {

    private static final int WARM_UPS = 3;

    private record Row(String name, Path directory, List<String> command, List<Double> times, long[] peak) {}

    public static void main(String[] args) throws Exception {
        int runs = Integer.parseInt(args[0]);
        List<Row> rows = new ArrayList<>();
        for (String text : Arrays.asList(args).subList(1, args.length)) {
            List<String> parts = List.of(text.split("\\|"));
            rows.add(new Row(parts.get(0), Path.of(parts.get(1)), parts.subList(2, parts.size()), new ArrayList<>(), new long[1]));
        }
        // in turn, so that whatever else the machine does falls on all alike
        for (int i = -WARM_UPS; i < runs; i++) {
            for (Row row : rows) {
                double millis = time(row, false);
                if (i >= 0) {
                    row.times().add(millis);
                }
            }
        }
        // memory apart, for looking at it takes time
        for (Row row : rows) {
            for (int i = 0; i < 5; i++) {
                time(row, true);
            }
        }
        System.out.printf(Locale.ROOT, "%-48s %9s %9s %9s %9s%n", "", "median", "least", "p90", "memory");
        for (Row row : rows) {
            List<Double> times = row.times().stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT, "%-48s %6.0f ms %6.0f ms %6.0f ms %5.0f MiB%n",
                    row.name(), times.get(times.size() / 2), times.getFirst(), times.get(times.size() * 9 / 10),
                    row.peak()[0] / 1024.0);
        }
        System.out.printf("%d runs each, in turn, after %d that are not counted; %s, %d processors%n",
                runs, WARM_UPS, System.getProperty("java.vm.version"), Runtime.getRuntime().availableProcessors());
    }

    private static double time(Row row, boolean watch) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(row.command()).directory(row.directory().toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        long begun = System.nanoTime();
        Process process = builder.start();
        while (watch && process.isAlive()) {
            long sum = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .mapToLong(one -> resident(one.pid())).sum();
            row.peak()[0] = Math.max(row.peak()[0], sum);
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(row.name() + " ended with " + code);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    /** The most that a process held so far, in KiB: VmHWM of proc(5); 0 once it is gone. */
    private static long resident(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst().orElse(0);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
