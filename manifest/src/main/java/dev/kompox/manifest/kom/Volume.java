package dev.kompox.manifest.kom;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.manifest.id.DnsLabel;
import org.jspecify.annotations.Nullable;

/**
 * Describe the disks of one of an app's volumes.
 *
 * @param name the volume's key in the Compose file: a DNS label of at most {@value #LONGEST_NAME}
 *     characters, because names of disks are made of it
 * @param size how large a new disk is made
 * @param type what it is on
 * @param options the driver's options for new disks, or null
 */
public record Volume(String name, VolumeSize size, VolumeType type, @Nullable MappingNode options) {

    /** The longest a name may be, in characters. */
    public static final int LONGEST_NAME = 16;

    /** Check the name. */
    public Volume {
        DnsLabel.check("volume", name, LONGEST_NAME);
    }
}
