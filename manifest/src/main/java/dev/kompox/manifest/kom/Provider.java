package dev.kompox.manifest.kom;

import dev.kompox.manifest.id.DnsLabel;
import dev.kompox.manifest.id.ProviderId;

/**
 * Hold a provider: where clusters and disks come from.
 *
 * @param id its id
 * @param header what every document has
 * @param driver the driver's name, a DNS label such as {@code docker} or {@code aks}
 * @param settings the driver's settings
 */
public record Provider(ProviderId id, Header header, String driver, Settings settings)
        implements KomResource {

    /** Check the driver's name. */
    public Provider {
        DnsLabel.check("driver", driver);
    }

    @Override
    public Kind kind() {
        return Kind.PROVIDER;
    }
}
