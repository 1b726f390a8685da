package dev.kompox.driver.docker;

import dev.kompox.driver.Images;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.storage.HelperImage;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Workload;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The images of a Docker Engine; that of helpers comes from the distribution if need be. */
record DockerImages(Engine engine, HelperImage helper) implements Images {

    @Override
    public List<String> of(Workload workload) {
        return workload.project().images();
    }

    @Override
    public List<String> missing(List<String> images) {
        return images.stream()
                .filter(name -> engine.image(name).isEmpty() && !helper.provides(name))
                .toList();
    }

    @Override
    public void save(List<String> images, OutputStream out, Call call) {
        List<String> missing = missing(images);
        if (!missing.isEmpty()) {
            throw new DriverException(
                    new Category.NotFound(),
                    "the Docker Engine has no image " + String.join(", ", missing),
                    "docker pull " + missing.getFirst());
        }
        if (images.stream().anyMatch(helper::provides)) {
            var _ = helper.ensure();
        }
        engine.saveImages(images, out);
    }

    @Override
    public void load(InputStream archive, Call call) {
        engine.loadImages(archive);
    }
}
