package dev.kompox.driver.place;

/**
 * Name where a disk or a snapshot is.
 *
 * @param provider the provider's name, e.g. {@code docker}, {@code aws}
 * @param region the region; for a Docker Engine the name of its context, e.g. {@code default}
 * @param zone the zone in the region, empty where the provider has none
 */
public record Location(String provider, String region, String zone) {

    /** Refuses a location without provider or region. */
    public Location {
        if (provider.isBlank() || region.isBlank()) {
            throw new IllegalArgumentException("a location needs a provider and a region");
        }
    }

    /** Make a location of a provider without zones. */
    public static Location of(String provider, String region) {
        return new Location(provider, region, "");
    }

    /** Return {@code provider/region} or {@code provider/region/zone}, the form shown to people. */
    @Override
    public String toString() {
        return zone.isEmpty() ? provider + "/" + region : provider + "/" + region + "/" + zone;
    }
}
