package kz.kopir.setup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Validation;
import kz.kopir.call.OutsideSystem;
import kz.kopir.database.DatabaseProbe;
import kz.kopir.database.DatabaseSettings;
import kz.kopir.database.Jdbc;
import kz.kopir.doctor.Doctor;
import kz.kopir.doctor.Examinations;
import kz.kopir.doctor.Reading;
import kz.kopir.doctor.SchoolCase;
import kz.kopir.doctor.Unusable;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/**
 * A doctor without a gateway: from settings that nobody has understood yet, so that a
 * mistake in them is a finding, too.
 */
public final class DoctorSetup implements AutoCloseable {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	private final Doctor doctor;

	private final @Nullable DoctorWorld world;

	private DoctorSetup(Doctor doctor, @Nullable DoctorWorld world) {
		this.doctor = doctor;
		this.world = world;
	}

	/**
	 * Reads the settings.
	 * @param environment all settings
	 * @param resources finds mappings, tables and routes
	 * @param clock the gateway's clock
	 * @param realClock real time
	 */
	public static DoctorSetup of(Environment environment, ResourceLoader resources, Clock clock, Clock realClock) {
		List<Reading> readings = new ArrayList<>();
		KopirSettings settings = bound(environment, "kopir", KopirSettings.class, readings);
		DatabaseSettings database = bound(environment, "kopir.database", DatabaseSettings.class, readings);
		GatewayCases gateways = new GatewayCases(environment, resources);
		if (settings == null) {
			return new DoctorSetup(
					Examinations.of(gateways.of(null, database, readings), List.of(), clock, realClock, ALMATY), null);
		}
		DoctorWorld world = new DoctorWorld(settings, new ReadingRoutes(settings, environment, resources), resources,
				clock, realClock, ALMATY);
		Arrays.stream(OutsideSystem.values()).forEach((system) -> readings.add(() -> world.camel(system)));
		List<SchoolCase> schools = new SchoolCases(resources, world, taken(database), clock, ALMATY).of(settings);
		return new DoctorSetup(
				Examinations.of(gateways.of(settings, database, readings), schools, clock, realClock, ALMATY), world);
	}

	/** The doctor. */
	public Doctor doctor() {
		return this.doctor;
	}

	private static <T> @Nullable T bound(Environment environment, String name, Class<T> type, List<Reading> readings) {
		try {
			BindHandler validating = new ValidationBindHandler(
					new SpringValidatorAdapter(Validation.buildDefaultValidatorFactory().getValidator()));
			T settings = Binder.get(environment).bindOrCreate(name, Bindable.of(type), validating);
			readings.add(() -> {
			});
			return settings;
		}
		catch (BindException ex) {
			readings.add(() -> {
				throw new Unusable(explained(ex), ex);
			});
			return null;
		}
	}

	/** Without the value, which may be a secret. */
	private static String explained(BindException failure) {
		Throwable root = failure;
		while (root.getCause() != null && !(root instanceof BindValidationException)) {
			root = root.getCause();
		}
		String name = (failure.getProperty() != null) ? failure.getProperty().getName().toString()
				: failure.getName().toString();
		if (root instanceof BindValidationException invalid) {
			return invalid.getValidationErrors()
				.getAllErrors()
				.stream()
				.map((error) -> invalid.getValidationErrors().getName() + ": " + error.getDefaultMessage())
				.collect(Collectors.joining("; "));
		}
		return name + " cannot be understood as " + failure.getTarget().getType() + ".";
	}

	/** What counted before is known when the database is. */
	private static Function<SchoolId, Map<LocalDate, String>> taken(@Nullable DatabaseSettings database) {
		if (database == null || DatabaseProbe.of(database).state() != DatabaseProbe.State.READY) {
			return (school) -> Map.of();
		}
		DriverManagerDataSource source = new DriverManagerDataSource(database.url());
		source.setUsername(database.user());
		source.setPassword(database.password());
		PolicyRegister register = new PolicyRegister(Jdbc.template(source));
		return (school) -> register.taken(school.value());
	}

	@Override
	public void close() {
		if (this.world != null) {
			this.world.close();
		}
	}

}
