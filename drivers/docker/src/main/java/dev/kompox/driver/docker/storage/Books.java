package dev.kompox.driver.docker.storage;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.manifest.id.AppId;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Read the books of apps, and change them one writer at a time. */
final class Books {

    private static final int TRIES = 20;

    private final Engine engine;

    Books(Engine engine) {
        this.engine = engine;
    }

    Book read(AppId app) {
        return Book.decode(ledger(app).read().document());
    }

    /** Change a book; the change is made again on what somebody else wrote in between. */
    Book update(AppId app, Call call, UnaryOperator<Book> change) {
        Ledger ledger = ledger(app);
        for (int i = 0; i < TRIES; i++) {
            Ledger.Entry entry = ledger.read();
            Book before = Book.decode(entry.document());
            Book after = change.apply(before);
            // each try is a wish of its own: the document differs from try to try
            String nonce = call.token() + "/" + UUID.randomUUID();
            if (after.equals(before)
                    || ledger.swap(entry.version(), after.encode(), nonce).isPresent()) {
                return after;
            }
        }
        throw new DriverException(
                new Category.Transient(),
                "others keep changing the disks of " + app.app(),
                "kompox operation list");
    }

    private Ledger ledger(AppId app) {
        return new Ledger(engine, app, "disks");
    }
}
