package dev.kompox.compose.schema;

import static dev.kompox.compose.schema.Keys.bytes;
import static dev.kompox.compose.schema.Keys.command;
import static dev.kompox.compose.schema.Keys.environment;
import static dev.kompox.compose.schema.Keys.flag;
import static dev.kompox.compose.schema.Keys.fraction;
import static dev.kompox.compose.schema.Keys.integerOrZero;
import static dev.kompox.compose.schema.Keys.labels;
import static dev.kompox.compose.schema.Keys.number;
import static dev.kompox.compose.schema.Keys.shape;
import static dev.kompox.compose.schema.Keys.text;
import static dev.kompox.compose.schema.Keys.textOrTexts;
import static dev.kompox.compose.schema.Keys.texts;

import java.util.Set;

/** Describe {@code services.*} (Compose Specification, "services top-level element"). */
public final class ServiceKeys {

    private ServiceKeys() {}

    /**
     * What describes a container, be it a service's own or one of its {@code pre_start}
     * (compose-spec.json, "container_spec").
     */
    public static final Set<String> OF_A_CONTAINER =
            Set.of(
                    "annotations",
                    "blkio_config",
                    "cap_add",
                    "cap_drop",
                    "cgroup",
                    "cgroup_parent",
                    "command",
                    "configs",
                    "cpu_count",
                    "cpu_percent",
                    "cpu_period",
                    "cpu_quota",
                    "cpu_rt_period",
                    "cpu_rt_runtime",
                    "cpu_shares",
                    "cpus",
                    "cpuset",
                    "credential_spec",
                    "device_cgroup_rules",
                    "devices",
                    "dns",
                    "dns_opt",
                    "dns_search",
                    "domainname",
                    "entrypoint",
                    "env_file",
                    "environment",
                    "extra_hosts",
                    "gpus",
                    "group_add",
                    "hostname",
                    "image",
                    "init",
                    "ipc",
                    "isolation",
                    "label_file",
                    "labels",
                    "logging",
                    "mac_address",
                    "mem_limit",
                    "mem_reservation",
                    "mem_swappiness",
                    "memswap_limit",
                    "models",
                    "network_mode",
                    "networks",
                    "oom_kill_disable",
                    "oom_score_adj",
                    "pid",
                    "pids_limit",
                    "platform",
                    "privileged",
                    "pull_policy",
                    "pull_refresh_after",
                    "read_only",
                    "runtime",
                    "secrets",
                    "security_opt",
                    "shm_size",
                    "stop_grace_period",
                    "stop_signal",
                    "storage_opt",
                    "sysctls",
                    "tmpfs",
                    "ulimits",
                    "use_api_socket",
                    "user",
                    "userns_mode",
                    "uts",
                    "volumes",
                    "volumes_from",
                    "working_dir");

    static Shape service() {
        Shape own = own();
        return own.with(LifecycleKeys.preStart(own.only(OF_A_CONTAINER)));
    }

    private static Shape own() {
        return Shape.of(
                texts("profiles").unique(Unique.KEY_VALUE),
                Keys.pairs("annotations", Form.TEXTS)
                        .merge(Merge.SEQUENCE)
                        .unique(Unique.KEY_VALUE),
                MountKeys.attach(),
                BuildKeys.build(),
                LifecycleKeys.develop(),
                MountKeys.blockIo(),
                texts("cap_add").unique(Unique.KEY_VALUE),
                texts("cap_drop").unique(Unique.KEY_VALUE),
                text("cgroup_parent"),
                Keys.oneOf("cgroup", "host", "private"),
                Key.of("cpu_count", Keys.whole(0, Double.POSITIVE_INFINITY), Form.INTEGER)
                        .cast(Cast.INTEGER),
                Key.of("cpu_percent", Keys.whole(0, 100), Form.FLOAT).cast(Cast.NUMBER),
                number("cpu_period"),
                number("cpu_quota"),
                number("cpu_rt_period"),
                number("cpu_rt_runtime"),
                fraction("cpus"),
                text("cpuset"),
                number("cpu_shares"),
                command("command"),
                fileMounts("configs").unique(Unique.CONFIG_TARGET),
                text("container_name"),
                shape("credential_spec", Shape.of(text("config"), text("file"), text("registry"))),
                LifecycleKeys.dependsOn(),
                DeployKeys.deploy(),
                texts("device_cgroup_rules"),
                MountKeys.devices(),
                textOrTexts("dns")
                        .merge(Merge.SEQUENCE)
                        .unique(Unique.KEY_VALUE)
                        .shorthand(Shorthand.LIST),
                texts("dns_opt").merge(Merge.SEQUENCE).unique(Unique.KEY_VALUE),
                textOrTexts("dns_search").merge(Merge.SEQUENCE).unique(Unique.KEY_VALUE),
                text("domainname"),
                command("entrypoint"),
                LifecycleKeys.provider(),
                environment("environment").merge(Merge.SEQUENCE).unique(Unique.KEY_VALUE),
                envFile(),
                numbersOrTexts("expose").unique(Unique.TEXT),
                Key.of(
                                "extends",
                                Type.shape(
                                                Shape.of(
                                                                text("file").path(PathRule.FILE),
                                                                text("service"))
                                                        .require("service")
                                                        .withoutExtensions())
                                        .or(Accepts.STRING),
                                Form.SHAPE)
                        .shorthand(Shorthand.EXTENDS),
                texts("external_links"),
                Keys.extraHosts("extra_hosts"),
                numbersOrTexts("group_add"),
                DeployKeys.gpus(),
                text("hostname"),
                LifecycleKeys.healthcheck(),
                text("image"),
                Keys.bool("init"),
                text("ipc"),
                text("isolation"),
                labels("labels").unique(Unique.KEY_VALUE),
                Key.of("label_file", Keys.anyTexts("").type().or(Accepts.STRING), Form.TEXT_LIST)
                        .merge(Merge.SEQUENCE)
                        .shorthand(Shorthand.LIST)
                        .path(PathRule.FILE),
                texts("links").unique(Unique.KEY_VALUE),
                NetworkKeys.logging(),
                bytes("mem_limit"),
                Keys.wholeBytes("mem_reservation"),
                bytes("memswap_limit"),
                Keys.wholeBytes("mem_swappiness"),
                text("mac_address"),
                NetworkKeys.serviceModels(),
                text("network_mode"),
                NetworkKeys.serviceNetworks(),
                flag("oom_kill_disable"),
                Key.of("oom_score_adj", Keys.whole(-1000, 1000), Form.INTEGER).cast(Cast.INTEGER),
                Keys.textOr("pid", Accepts.NULL),
                number("pids_limit"),
                text("platform"),
                MountKeys.ports(),
                flag("privileged"),
                text("pull_policy"),
                Key.of("pull_refresh_after", Type.scalar(Accepts.STRING), Form.IGNORED),
                flag("read_only"),
                text("restart"),
                text("runtime"),
                integerOrZero("scale"),
                fileMounts("secrets").unique(Unique.SECRET_TARGET),
                texts("security_opt"),
                bytes("shm_size"),
                flag("stdin_open"),
                Keys.duration("stop_grace_period"),
                text("stop_signal"),
                Key.of(
                        "storage_opt",
                        Type.mapping(
                                Key.of(
                                        "*",
                                        Type.scalar(
                                                Accepts.STRING | Accepts.INTEGER | Accepts.NULL),
                                        Form.RAW)),
                        Form.OPTIONS),
                Keys.pairs("sysctls", Form.TEXTS).merge(Merge.SEQUENCE).unique(Unique.KEY_VALUE),
                textOrTexts("tmpfs").merge(Merge.SEQUENCE).unique(Unique.KEY_VALUE),
                flag("tty"),
                Keys.ulimits("ulimits"),
                Key.of("use_api_socket", Type.scalar(Accepts.BOOLEAN), Form.FLAG),
                text("user"),
                text("userns_mode"),
                text("uts"),
                MountKeys.volumes(),
                texts("volumes_from"),
                text("working_dir"),
                LifecycleKeys.hooks("post_start"),
                LifecycleKeys.hooks("pre_stop"));
    }

    private static Key numbersOrTexts(String name) {
        Key item = Keys.textOr("[]", Accepts.INTEGER);
        return Key.of(name, Type.list(item).withItems(item, true), Form.TEXT_LIST);
    }

    static Key fileMounts(String name) {
        Shape shape =
                Shape.of(
                        text("source"),
                        text("target"),
                        text("uid"),
                        text("gid"),
                        Key.of("mode", Type.scalar(Accepts.STRING | Accepts.NUMBER), Form.MODE));
        Key item =
                Key.of("[]", Type.shape(shape).or(Accepts.STRING), Form.SHAPE)
                        .shorthand(Shorthand.FILE_MOUNT);
        return Key.of(name, Type.list(item), Form.SHAPES);
    }

    private static Key envFile() {
        Shape shape =
                Shape.of(
                                text("path").path(PathRule.FILE),
                                Keys.bool("required").cast(Cast.NONE),
                                text("format"))
                        .require("path")
                        .withoutExtensions();
        Type item = Type.shape(shape).or(Accepts.STRING);
        Type type = Type.list(Key.of("[]", item, Form.SHAPE)).or(Accepts.STRING);
        return Key.of("env_file", type, Form.ENV_FILES)
                .merge(Merge.SEQUENCE)
                .unique(Unique.ENV_FILE)
                .shorthand(Shorthand.ENV_FILE);
    }
}
