package dev.kompox.cli.command;

import dev.kompox.cli.terminal.Terminal;
import dev.kompox.compose.LoadRequest;
import dev.kompox.driver.Driver;
import dev.kompox.driver.DriverProvider;
import dev.kompox.driver.DriverSettings;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.operations.AppOperations;
import dev.kompox.operations.MoveOperations;
import dev.kompox.operations.app.AppFinder;
import dev.kompox.operations.app.AppRequest;
import dev.kompox.operations.app.ClusterPlace;
import dev.kompox.operations.app.FoundApp;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.engine.StopSignal;
import dev.kompox.operations.event.EventSink;
import dev.kompox.operations.journal.JournalStore;
import dev.kompox.operations.kubeconfig.KnownClusters;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.step.Journey;
import dev.kompox.operations.step.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Open what a command works with, each part when it is first asked for, and close it again. */
public final class Session implements AutoCloseable {

    private final Globals globals;
    private final Terminal terminal;
    private final Places places;
    private final StopSignal stop = new StopSignal();
    private @Nullable FoundApp app;
    private boolean told;
    private final List<Driver> others = new ArrayList<>();
    private final List<MoveOperations> moves = new ArrayList<>();
    private @Nullable Driver driver;

    /**
     * Prepare a session; nothing is opened yet.
     *
     * @param globals what was typed
     * @param terminal where it runs
     * @param places how drivers are found
     */
    public Session(Globals globals, Terminal terminal, Places places) {
        this.globals = globals;
        this.terminal = terminal;
        this.places = places;
        String driver = globals.on() == null ? null : PlaceName.driver(globals.on());
        if (driver != null) {
            places.named(driver).warmUp();
        }
    }

    /** Return a person's wish to stop. */
    public StopSignal stop() {
        return stop;
    }

    /** Return how drivers are found. */
    public Places places() {
        return places;
    }

    /** Return how the Compose files are found and read. */
    public LoadRequest request() {
        return LoadRequest.of(terminal.directory(), terminal.environment())
                .withFiles(paths(globals.files()))
                .withEnvFiles(paths(globals.envFiles()))
                .withProfiles(globals.profiles())
                .withProjectName(globals.projectName())
                .withProjectDirectory(pathOrNull(globals.projectDirectory()))
                .withRemote(RemoteSetting.of(terminal.environment()));
    }

    /**
     * Return the app of this directory; its warnings are told once.
     *
     * @throws dev.kompox.compose.ComposeException if its files are refused
     */
    public FoundApp app() {
        FoundApp found = silentApp();
        if (!told) {
            told = true;
            found.warnings().forEach(warning -> tell(warning.render()));
        }
        return found;
    }

    /**
     * Return the app of this directory for whoever tells its warnings in another way, or never.
     *
     * @throws dev.kompox.compose.ComposeException if its files are refused
     */
    public FoundApp silentApp() {
        FoundApp found = app;
        if (found == null) {
            Path kompox = pathOrNull(globals.kompoxDir());
            Path kom = pathOrNull(globals.komApp());
            found = AppFinder.find(new AppRequest(request(), kompox, kom));
            app = found;
        }
        return found;
    }

    private void tell(String line) {
        if (!globals.jsonEvents() && !globals.progress().equals("quiet")) {
            terminal.err().println(line);
        }
    }

    /** Return the app's name for people. */
    public String name() {
        return app().workload().project().name();
    }

    /** Return the driver of the app's place, opened. */
    public Driver driver() {
        Driver open = driver;
        if (open == null) {
            open = provider().open(settings(List.of(app().workload())));
            driver = open;
        }
        return open;
    }

    /** Return the provider of the app's place. */
    public DriverProvider provider() {
        return places.named(own().driver());
    }

    /** The place that this session works at. */
    private PlaceName own() {
        String on = globals.on();
        return on == null ? PlaceName.docker(globals.context()) : name("--on", on);
    }

    /**
     * Return the place that a text names: {@code local}, {@code docker:CONTEXT}, {@code
     * kube:CONTEXT}, or an existing cluster of the app's KOM documents.
     *
     * @param option the option it was given with, for the error
     */
    public PlaceName name(String option, String text) {
        for (ClusterPlace cluster : clusters(text)) {
            String shown = cluster.driver() + "/" + cluster.options().get("context");
            String zoned = shown + "/" + cluster.options().get("zone");
            if (List.of(cluster.name(), shown, zoned).contains(text)) {
                return new PlaceName(cluster.driver(), cluster.options());
            }
        }
        return PlaceName.parse(option, text);
    }

    /** Return the name of a place: that of a document where one describes it. */
    private PlaceName name(Location place) {
        return knownClusters().clusters().stream()
                .filter(cluster -> cluster.is(place))
                .findFirst()
                .map(cluster -> new PlaceName(cluster.driver(), cluster.options()))
                .orElseGet(() -> PlaceName.of(place));
    }

    /** Return the clusters that can be named here: those of KOM documents and of kubeconfigs. */
    public KnownClusters knownClusters() {
        return KnownClusters.of(terminal.environment(), this::silentApp);
    }

    /** Documents are read only where a name may come from them. */
    private List<ClusterPlace> clusters(String text) {
        return text.equals("local") || text.startsWith("docker")
                ? List.of()
                : silentApp().clusters();
    }

    /** Return how the place is reached, for work on some apps. */
    public DriverSettings settings(List<Workload> workloads) {
        return settings(own(), workloads);
    }

    private DriverSettings settings(PlaceName place, List<Workload> workloads) {
        String home = System.getProperty("kompox.home");
        return new DriverSettings(
                place.options(),
                terminal.environment(),
                workloads,
                home == null ? null : Path.of(home));
    }

    /** Return the driver of any place, opened, for work on no app. */
    public Driver driver(PlaceName name) {
        Driver open = places.named(name.driver()).open(settings(name, List.of()));
        others.add(open);
        return open;
    }

    /** Return the app at its place. */
    public Place place() {
        return new Place(driver(), app().workload());
    }

    /** Return the app at another place, opened. */
    public Place place(PlaceName name) {
        Driver open = places.named(name.driver()).open(settings(name, List.of(app().workload())));
        others.add(open);
        return new Place(open, app().workload());
    }

    /** Return the app at a place as Kompox shows it, which may be this session's own. */
    public Place placeShown(String shown) {
        Place own = place();
        return own.location().toString().equals(shown) ? own : place(name("the place", shown));
    }

    /**
     * Return the app where it lives: here, unless what is recorded says that it lives elsewhere.
     */
    public Place home() {
        return Home.find(place(), this::placeAt).place();
    }

    /**
     * Return the app where it lives, and say so if that is not here; but where the person wants to
     * work, if that was typed.
     *
     * @throws DriverException if it lives where it cannot be reached from here
     */
    public Place atHome() {
        if (globals.on() != null || globals.context() != null) {
            return place();
        }
        Home home = Home.find(place(), this::placeAt);
        home.elsewhere(name(), terminal.zone()).ifPresent(this::tell);
        return home.place();
    }

    private Place placeAt(Location where) {
        try {
            return place(name(where));
        } catch (DriverException e) {
            throw Home.unreachable(
                    name(), where, e.category(), withTroubles(e.sentence()), e.remedy());
        } catch (Refusal e) {
            throw Home.unreachable(
                    name(), where, new Category.NotFound(), e.sentence(), e.remedy());
        }
    }

    /** A document whose kubeconfig cannot be read does not tell that it describes a place. */
    private String withTroubles(String sentence) {
        List<String> all = new ArrayList<>(knownClusters().troubles());
        all.remove(sentence);
        all.add(sentence);
        return String.join("; ", all);
    }

    /**
     * Return the moves of the app between two places.
     *
     * @param events who hears what happens
     * @param epoch the epoch that was observed
     */
    public MoveOperations moves(Place from, Place to, EventSink events, long epoch) {
        MoveOperations operations =
                new MoveOperations(
                        Journey.relayed(from, to),
                        journals(),
                        Person.here(terminal, epoch),
                        events,
                        stop);
        moves.add(operations);
        return operations;
    }

    /** Return the journals of the app's operations. */
    public JournalStore journals() {
        return new JournalStore(app().journals());
    }

    /** Observe without measuring bytes. */
    public Observation observe() {
        return operations(EventSink.none(), 0).observer().observe();
    }

    /** Observe everything. */
    public Observation observeAll() {
        return operations(EventSink.none(), 0).observer().observeAll();
    }

    /**
     * Return the app's operations.
     *
     * @param events who hears what happens
     * @param epoch the epoch that was observed
     */
    public AppOperations operations(EventSink events, long epoch) {
        return new AppOperations(place(), journals(), Person.here(terminal, epoch), events, stop);
    }

    private List<Path> paths(List<String> typed) {
        return typed.stream().map(Path::of).toList();
    }

    private @Nullable Path pathOrNull(@Nullable String typed) {
        return typed == null ? null : terminal.directory().resolve(typed);
    }

    @Override
    public void close() {
        moves.forEach(MoveOperations::close);
        Driver open = driver;
        if (open != null) {
            open.close();
        }
        others.forEach(Driver::close);
    }
}
