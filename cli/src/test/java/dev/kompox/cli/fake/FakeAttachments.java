package dev.kompox.cli.fake;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.attachment.Detachment;
import dev.kompox.driver.attachment.Evidence;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskRef;
import java.util.List;

/** Tell that nobody holds anything. */
final class FakeAttachments implements Attachments {

    @Override
    public List<Holder> holders(DiskRef disk) {
        return List.of();
    }

    @Override
    public Detachment ensureDetached(DiskRef disk, Call call) {
        return new Detachment(disk, List.of(new Evidence("nobody", "free", call.time().now())));
    }
}
