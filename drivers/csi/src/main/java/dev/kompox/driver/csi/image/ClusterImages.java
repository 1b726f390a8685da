package dev.kompox.driver.csi.image;

import dev.kompox.driver.Images;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.client.ClusterConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** The images on the nodes of a cluster: one counts as there if every node has it. */
public final class ClusterImages implements Images {

    private static final int BLOCK = 1 << 16;

    private final ClusterConnection cluster;
    private final String helper;

    /**
     * Look at a cluster.
     *
     * @param helper the image of helpers, which every app needs too
     */
    public ClusterImages(ClusterConnection cluster, String helper) {
        this.cluster = cluster;
        this.helper = helper;
    }

    @Override
    public boolean onRequest() {
        return true;
    }

    @Override
    public List<String> of(Workload workload) {
        Set<String> names = new LinkedHashSet<>(workload.project().images());
        names.addAll(own());
        return List.copyOf(names);
    }

    @Override
    public List<String> own() {
        return List.of(helper);
    }

    @Override
    public List<String> missing(List<String> images) {
        try (Doors doors = Doors.open(cluster)) {
            List<Callable<Set<String>>> asks =
                    doors.all().stream().<Callable<Set<String>>>map(door -> door::names).toList();
            List<Set<String>> there = Fanout.all(asks);
            return images.stream()
                    .filter(name ->
                            !there.stream().allMatch(one -> one.contains(ImageName.full(name))))
                    .toList();
        }
    }

    @Override
    public void save(List<String> images, OutputStream out, Call call) {
        List<String> names = images.stream().map(ImageName::full).toList();
        try (Doors doors = Doors.open(cluster)) {
            NodeDoor holder =
                    doors.all().stream()
                            .filter(door -> door.names().containsAll(names))
                            .findFirst()
                            .orElseThrow(() ->
                                    new DriverException(
                                            new Category.NotFound(),
                                            "no node of the cluster has all of "
                                                    + String.join(", ", images),
                                            "kubectl get nodes -o jsonpath='{.items[*].status.images}'"));
            holder.save(names, out);
        }
    }

    @Override
    public void load(InputStream archive, Call call) {
        try (Doors doors = Doors.open(cluster)) {
            List<ImageLoad> loads = new ArrayList<>();
            doors.all().forEach(door -> loads.add(door.load()));
            byte[] block = new byte[BLOCK];
            for (int count = archive.read(block); count >= 0; count = archive.read(block)) {
                for (ImageLoad load : loads) {
                    load.write(block, count);
                }
            }
            for (ImageLoad load : loads) {
                load.finish();
            }
        } catch (IOException e) {
            throw new DriverException(
                    new Category.Transient(),
                    "loading images broke off: " + e.getMessage(),
                    "Try again",
                    null,
                    e);
        }
    }
}
