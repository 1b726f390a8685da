package dev.kompox.lab;

import dev.kompox.driver.call.Token;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.manifest.id.AppId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ownership records of a world; guarded by the world. */
final class Ledger {

    /** A record, what it replaced, and for whom. */
    private record Written(int number, int replaced, Token token, OwnershipRecord record) {

        boolean repeats(int replacedNow, Token other, OwnershipRecord next) {
            return replaced == replacedNow
                    && token.equals(other)
                    && record.epoch() == next.epoch()
                    && record.place().equals(next.place())
                    && record.disks().equals(next.disks());
        }

        Versioned<OwnershipRecord> seen() {
            return new Versioned<>(String.valueOf(number), record);
        }
    }

    private final Map<AppId, Written> records = new HashMap<>();
    private final Set<AppId> corrupt = new HashSet<>();

    Optional<Versioned<OwnershipRecord>> read(AppId app) {
        if (corrupt.contains(app)) {
            throw new DriverException(
                    new Category.Corrupt(),
                    "the ownership record of " + app.app() + " cannot be read",
                    "kompox doctor");
        }
        return Optional.ofNullable(records.get(app)).map(Written::seen);
    }

    long epoch(AppId app) {
        Written written = records.get(app);
        return written == null ? 0 : written.record().epoch();
    }

    Versioned<OwnershipRecord> swap(String version, OwnershipRecord next, Token token) {
        Optional<Versioned<OwnershipRecord>> found = read(next.app());
        Written now = records.get(next.app());
        int replaces = number(version);
        if (now != null && now.repeats(replaces, token, next)) {
            return now.seen();
        }
        int newest = now == null ? 0 : now.number();
        if (newest != replaces) {
            throw new DriverException(
                    new Category.Conflict(
                            next.toString(), found.map(Object::toString).orElse("none")),
                    "somebody else has changed the ownership record of " + next.app().app(),
                    "kompox status");
        }
        if (now != null && now.record().epoch() > next.epoch()) {
            throw Refusal.invalid(
                    "the epoch of "
                            + next.app().app()
                            + " would fall from "
                            + now.record().epoch()
                            + " to "
                            + next.epoch(),
                    "kompox status");
        }
        Written written = new Written(newest + 1, newest, token, next);
        records.put(next.app(), written);
        return written.seen();
    }

    /** Return what a version stands for; one that was never given out stands for nothing. */
    private static int number(String version) {
        if (version.equals(Versioned.ABSENT)) {
            return 0;
        }
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    void spoil(AppId app) {
        corrupt.add(app);
    }

    void mend(AppId app) {
        corrupt.remove(app);
    }
}
