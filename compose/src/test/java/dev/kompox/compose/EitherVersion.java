package dev.kompox.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Leave out of what versions 2 and 5 print what only one of them says though they mean the same:
 * version 2 tells when the folder of a bind is made, version 5 when not; version 5 repeats {@code
 * label_file} and {@code pull_refresh_after}, which have had their effect.
 */
final class EitherVersion {

    private static final List<String> DONE = List.of("label_file", "pull_refresh_after");

    private EitherVersion() {}

    static @Nullable String plain(@Nullable String json) {
        if (json == null) {
            return null;
        }
        return Json.text(Json.tree(json) instanceof Map<?, ?> model ? model(model) : null);
    }

    private static Map<Object, @Nullable Object> model(Map<?, ?> model) {
        Map<Object, @Nullable Object> same = new LinkedHashMap<>(model);
        if (model.get("services") instanceof Map<?, ?> services) {
            Map<Object, @Nullable Object> each = new LinkedHashMap<>();
            services.forEach((name, one) ->
                    each.put(name, one instanceof Map<?, ?> service ? service(service) : one));
            same.put("services", each);
        }
        return same;
    }

    private static Map<Object, @Nullable Object> service(Map<?, ?> service) {
        Map<Object, @Nullable Object> same = new LinkedHashMap<>(service);
        same.keySet().removeAll(DONE);
        each(service, "volumes", EitherVersion::mount, same);
        each(service, "env_file", EitherVersion::environmentFile, same);
        each(service, "pre_start", EitherVersion::step, same);
        return same;
    }

    private static void each(
            Map<?, ?> service,
            String key,
            Function<Object, Object> change,
            Map<Object, @Nullable Object> same) {
        if (service.get(key) instanceof List<?> items) {
            same.put(key, items.stream().map(change).toList());
        }
    }

    private static Object step(Object step) {
        return step instanceof Map<?, ?> container ? service(container) : step;
    }

    private static Object environmentFile(Object file) {
        if (file instanceof Map<?, ?> keys) {
            Map<Object, @Nullable Object> same = new LinkedHashMap<>(keys);
            same.remove("required", true);
            return same;
        }
        return file;
    }

    private static Object mount(Object mount) {
        if (mount instanceof Map<?, ?> keys && keys.get("bind") instanceof Map<?, ?> bind) {
            Map<Object, @Nullable Object> turned = new LinkedHashMap<>(bind);
            turned.remove("create_host_path");
            Map<Object, @Nullable Object> same = new LinkedHashMap<>(keys);
            same.put("bind", turned);
            return same;
        }
        return mount;
    }
}
