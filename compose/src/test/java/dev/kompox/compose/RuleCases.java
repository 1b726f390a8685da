package dev.kompox.compose;

import java.util.List;

/** Small models, one for each side of a rule that a table of types cannot hold. */
final class RuleCases {

    private static final String WEB = "name: t\nservices:\n  web:\n    image: x\n    ";
    private static final String DEVICES = "deploy: {resources: {reservations: {devices: [";

    /** A model, and a part of our message when it is refused. */
    record Case(String model, String error) {

        @Override
        public String toString() {
            return model.startsWith(WEB) ? model.substring(WEB.length()) : model;
        }
    }

    private RuleCases() {}

    static List<String> accepted() {
        return List.of(
                WEB + "container_name: ab",
                WEB + "container_name: a-",
                WEB + "container_name: \"9_\"",
                WEB + "container_name: Zz",
                WEB + "pull_policy: always",
                WEB + "pull_policy: every_12h",
                WEB + "pull_policy: every_1w3d",
                WEB + "build: {context: ., platforms: [a, b]}\n    platform: b",
                WEB + "develop: {watch: [{path: ., action: rebuild}, {path: ., action: restart}]}",
                WEB + "develop: {watch: [{path: ., action: sync, target: /a}]}",
                WEB + "scale: 2\n    deploy: {replicas: 2}",
                WEB + "container_name: ab\n    scale: 1",
                WEB + "scale: 0",
                WEB + "ports: [{target: 80, host_ip: 127.0.0.1}, {target: 81, host_ip: \"::1\"}]",
                WEB + "gpus: [{count: 1}, {device_ids: [a]}]",
                WEB + DEVICES + "{capabilities: [gpu], device_ids: [a]}]}}}",
                WEB + "tmpfs: [/a, \"/b:size=1\"]\n    volumes: [/c]",
                WEB + "healthcheck: {test: [CMD-SHELL, a]}",
                WEB + "dns_opt: [a, b, a]",
                "name: t\nservices: {web: {build: .}}",
                "name: t\nservices: {web: {image: x}, Az-9._: {image: x}}",
                "volumes: {a: {external: true, name: b, x-c: d}}\n" + WEB + "volumes: [\"a:/d\"]",
                "secrets: {a: {environment: HOME}}\n" + WEB + "build: {context: ., secrets: [a]}",
                "name: t\nservices:\n  a: {build: .}\n  web: {build: {context: .,"
                        + " additional_contexts: {a: \"service:a\"}}}");
    }

    static List<Case> refused() {
        return List.of(
                web("container_name: a", "at least two letters"),
                web("container_name: \"-_\"", "at least two letters"),
                web("container_name: \"\"", "at least two letters"),
                web("pull_policy: alway", "did you mean \"always\"?"),
                web("pull_policy: every_h", "must be one of"),
                web("pull_policy: every_12", "must be one of"),
                web("pull_policy: every_12x", "must be one of"),
                web(
                        "build: {context: ., platforms: [a]}\n    platform: b",
                        "include the service's"),
                web("build: {dockerfile: a, dockerfile_inline: b}", "mutually exclusive"),
                web("develop: {watch: [{path: ., action: sync}]}", "sync needs the key \"target\""),
                web("scale: 2\n    deploy: {replicas: 3}", "distinct values on 'scale'"),
                web("container_name: ab\n    scale: 2", "cannot run more than once"),
                web("container_name: ab\n    deploy: {replicas: 2}", "cannot run more than once"),
                web("scale: -1", "scale: must be greater than or equal to 0"),
                web("deploy: {replicas: -1}", "replicas: must be greater than or equal to 0"),
                web("cpus: 1\n    deploy: {resources: {limits: {cpus: 2}}}", "values on 'cpus'"),
                web("pids_limit: 1\n    deploy: {resources: {limits: {pids: 2}}}", "'pids_limit'"),
                web(
                        "mem_reservation: 1m\n    deploy: {resources: {reservations: {memory: 2m}}}",
                        "'mem_reservation'"),
                web("ports: [{target: 80, host_ip: 1.2.3}]", "invalid ip address: 1.2.3"),
                web("gpus: [{count: 1, device_ids: [a]}]", "count and device_ids are exclusive"),
                web(DEVICES + "{capabilities: [gpu], count: 1, device_ids: [a]}]}}}", "exclusive"),
                web("volumes: [{type: bind, target: /a}]", "needs the key \"source\""),
                web("tmpfs: [\"/a:size=1\"]\n    volumes: [/a]", "target /a already mounted"),
                web("healthcheck: {test: [cmd, a]}", "must begin with \"CMD\""),
                web("cap_add: [[a]]", "cannot be a list"),
                web("security_opt: [a, b, a]", "security_opt[2]: is the same as item 0"),
                web("networks: [default, default]", "networks[1]: is the same as item 0"),
                web("depends_on: [a, a]", "depends_on[1]: is the same as item 0"),
                web(DEVICES + "{capabilities: [gpu, gpu]}]}}}", "capabilities[1]: is the same"),
                web("oom_score_adj: 1001", "at least -1000 and at most 1000"),
                web("configs: [a]", "config \"a\" is not declared"),
                web("secrets: [a]", "secret \"a\" is not declared"),
                web("models: [a]", "model \"a\" is not declared"),
                web("build: {context: ., secrets: [a]}", "secret \"a\" is not declared"),
                web("volumes: [{type: volume, source: a, target: /a}]", "volume \"a\" is not"),
                web("build: {context: ., additional_contexts: {a: \"service:a\"}}", "not defined"),
                web("build: {context: ., ssh: [a]}", "needs \"default\" or ID=PATH"),
                web("devices: [\"a:b:c:d\"]", "too many colons for a device"),
                new Case("name: t\nservices: {a*b: {image: x}}", "may only hold letters"),
                new Case("name: t\nservices: {a: {}}", "neither an image nor a build"),
                new Case("configs: {a: {file: b, content: c}}\n" + WEB + "user: a", "exclusive"),
                new Case("configs: {a: {}}\n" + WEB + "user: a", "must be set"),
                new Case("secrets: {a: {}}\n" + WEB + "secrets: [a]", "must be set"),
                new Case(
                        "name: t\nservices:\n  a: {image: x}\n  web: {build: {context: .,"
                                + " additional_contexts: {a: \"service:a\"}}}",
                        "is not built"));
    }

    private static Case web(String body, String error) {
        return new Case(WEB + body, error);
    }
}
