package dev.kompox.cli.act;

import dev.kompox.cli.command.Invocation;
import dev.kompox.driver.runtime.Workload;

/** Tell what a person should know about the app before it is changed. */
public final class Remarks {

    private Remarks() {}

    /** Ask the app's place, and tell. */
    public static void tell(Invocation call) {
        Workload workload = call.session().app().workload();
        call.session()
                .place()
                .runtime()
                .remarks(workload)
                .forEach(remark -> call.tell("warning: " + remark));
    }
}
