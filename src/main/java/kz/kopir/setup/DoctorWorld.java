package kz.kopir.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariDataSource;
import kz.kopir.call.BackOff;
import kz.kopir.call.Breakers;
import kz.kopir.call.Calls;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.Troubles;
import kz.kopir.classroom.Classroom;
import kz.kopir.database.ConnectionPool;
import kz.kopir.database.DatabaseSettings;
import kz.kopir.database.Jdbc;
import kz.kopir.doctor.OutsideWorld;
import kz.kopir.journal.kundelik.Kundelik;
import kz.kopir.journal.kundelik.KundelikAuthorization;
import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.Programs;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.PullMoments;
import kz.kopir.zoom.Zoom;
import kz.kopir.zoom.ZoomAuthorization;
import kz.kopir.zoom.ZoomStores;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * What speaks with the outside systems for a doctor without a gateway: each system by
 * itself, made when it is first asked for, so that one that cannot be put together leaves
 * the others alone. What Zoom's reader remembers goes into a database that ends with it.
 */
final class DoctorWorld implements OutsideWorld, AutoCloseable {

	/** By their ids, which are also an operator's to override. */
	private static final Map<OutsideSystem, String> ROUTES = Map.of(OutsideSystem.CLASSROOM,
			"classroom-list,classroom-page,classroom-exchange", OutsideSystem.JOURNAL,
			"journal-frame,journal-lesson-slots,journal-criteria,journal-attendance-statuses,kundelik-read,"
					+ "kundelik-read-exchange,kundelik-budget,kundelik-sign-in",
			OutsideSystem.ZOOM, "zoom-*");

	/** More than a doctor makes while something is away. */
	private static final int MANY_CALLS = 1000;

	private final KopirSettings settings;

	private final ReadingRoutes routes;

	private final ResourceLoader resources;

	private final Clock clock;

	private final Clock realClock;

	private final ZoneId zone;

	private final Map<OutsideSystem, CamelContext> contexts = new EnumMap<>(OutsideSystem.class);

	private final Programs programs;

	private final Troubles troubles = new Troubles();

	private @Nullable Classroom classroom;

	private @Nullable Zoom zoom;

	private @Nullable HikariDataSource memory;

	private @Nullable Path folder;

	DoctorWorld(KopirSettings settings, ReadingRoutes routes, ResourceLoader resources, Clock clock, Clock realClock,
			ZoneId zone) {
		this.settings = settings;
		this.routes = routes;
		this.resources = resources;
		this.clock = clock;
		this.realClock = realClock;
		this.zone = zone;
		this.programs = new Programs(resources, settings.mappings());
	}

	@Override
	public synchronized CamelContext camel(OutsideSystem system) {
		CamelContext known = this.contexts.get(system);
		if (known == null) {
			known = start(system);
			this.contexts.put(system, known);
		}
		return known;
	}

	@Override
	public synchronized Classroom classroom() {
		if (this.classroom == null) {
			this.classroom = new Classroom(
					SchoolsConfiguration.googleAccounts(usable(SchoolsConfiguration::googleAccounts)), this.programs,
					breakers());
		}
		return this.classroom;
	}

	@Override
	public synchronized Zoom zoom() {
		if (this.zoom == null) {
			JdbcTemplate template = Jdbc.template(memory());
			TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(memory()));
			KopirSettings usable = usable((one) -> SchoolsConfiguration.zoomAccounts(one, this.resources));
			this.zoom = new Zoom(SchoolsConfiguration.zoomAccounts(usable, this.resources)::get,
					(account) -> FlowConfiguration.signIn(() -> camel(OutsideSystem.ZOOM), "direct:zoom-sign-in",
							account),
					this.programs, breakers(),
					ZoomStores.of(new MeetingStore(template, transactions), template, transactions, this.clock),
					new PullMoments(this.zone), this.clock);
		}
		return this.zoom;
	}

	private CamelContext start(OutsideSystem system) {
		Map<String, Object> beans = new HashMap<>();
		beans.put("troubles", this.troubles);
		BackOff backOff = new BackOff(breakers(), this.realClock, Duration.ofSeconds(1));
		beans.put("backOff", backOff);
		beans.put("renewToken", renewal(backOff, switch (system) {
			case CLASSROOM -> {
				Classroom reader = classroom();
				beans.put("classroom", reader);
				yield reader::tokenRefused;
			}
			case JOURNAL -> {
				Kundelik reader = kundelik();
				beans.put("kundelik", reader);
				beans.put("kundelikAuthorization", new KundelikAuthorization());
				yield reader::tokenRefused;
			}
			case ZOOM -> {
				Zoom reader = zoom();
				beans.put("zoom", reader);
				beans.put("zoomAuthorization", new ZoomAuthorization());
				yield reader::tokenRefused;
			}
		}));
		return this.routes.start("doctor-" + system, ROUTES.get(system), beans);
	}

	private Kundelik kundelik() {
		return new Kundelik(SchoolsConfiguration.journalAccounts(this.settings),
				(request) -> FlowConfiguration.signIn(() -> camel(OutsideSystem.JOURNAL), "direct:kundelik-sign-in",
						request),
				this.programs, this.troubles, breakers(), this.settings.kundelik().windowDays(), this.zone);
	}

	private static Processor renewal(BackOff backOff, Consumer<Exchange> tokenRefused) {
		return (exchange) -> {
			backOff.process(exchange);
			Calls.tokenRenewed(exchange);
			tokenRefused.accept(exchange);
		};
	}

	/** Each school is examined whatever became of the calls for another one. */
	private Breakers breakers() {
		return new Breakers(this.troubles, MANY_CALLS, 100, Duration.ofSeconds(1));
	}

	/**
	 * The schools whose accounts are complete; the others are told by their own check.
	 */
	private KopirSettings usable(Consumer<KopirSettings> putTogether) {
		Set<String> usable = this.settings.schools().keySet().stream().filter((id) -> {
			try {
				putTogether.accept(this.settings.only(Set.of(id)));
				return true;
			}
			catch (SettingUnusable | MappingException toldThere) {
				return false;
			}
		}).collect(Collectors.toSet());
		return this.settings.only(usable);
	}

	private HikariDataSource memory() {
		if (this.memory == null) {
			try {
				this.folder = Files.createTempDirectory("kopir-doctor");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.memory = ConnectionPool
				.open(new DatabaseSettings("jdbc:sqlite:" + this.folder.resolve("memory.db"), null, null));
			Flyway.configure().dataSource(this.memory).load().migrate();
		}
		return this.memory;
	}

	@Override
	public synchronized void close() {
		this.contexts.values().forEach(CamelContext::stop);
		if (this.memory != null) {
			this.memory.close();
		}
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
