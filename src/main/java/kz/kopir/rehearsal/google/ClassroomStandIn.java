package kz.kopir.rehearsal.google;

import java.net.URI;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.CallObserver;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.http.RequestCounts;
import kz.kopir.rehearsal.http.StandIn;
import kz.kopir.rehearsal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Plays Google for a rehearsal: the token endpoint ({@code POST /token}) and Classroom's
 * REST API v1, reading only, over a generated school. Faithful down to what is a
 * nuisance: see {@link ClassroomSettings}. Its administration is under
 * {@code /_rehearsal/}: {@code POST regrade}, {@code POST grade}, {@code POST withdraw},
 * {@code DELETE courses/{id}}, {@code POST quotas}, {@code GET service-account-key},
 * {@code GET refresh-token-client}, and what every {@link StandIn} has.
 */
public final class ClassroomStandIn implements AutoCloseable {

	private static final String TOKEN_PATH = "/token";

	private final ServiceAccount account = new ServiceAccount();

	private final String clientSecret = "GOCSPX-" + UUID.randomUUID();

	private final AccessTokens tokens;

	private final Directory directory;

	private final Quotas quotas;

	private final TokenEndpoint tokenEndpoint;

	private final ClassroomApi api;

	private final ClassroomAdministration administration;

	private final StandIn server;

	private ClassroomStandIn(World world, ClassroomSettings settings, FaultScript faults) {
		this.tokens = new AccessTokens(settings.clock(), settings.tokenLifetime());
		this.directory = new Directory(world);
		this.quotas = new Quotas(settings.clock(), settings.queriesPerUser(), settings.queriesPerClient());
		this.tokenEndpoint = new TokenEndpoint(this.account, this.tokens, this.directory, settings);
		this.api = new ClassroomApi(world, this.directory, this.tokens, this.quotas, settings);
		this.administration = new ClassroomAdministration(world, this.quotas);
		this.server = StandIn.start("classroom", settings.port(), this::handle, faults);
	}

	/**
	 * Starts a stand-in.
	 * @param world the school to show
	 * @param settings how it behaves
	 * @param faults what goes wrong and when
	 * @return the running stand-in
	 * @throws java.io.UncheckedIOException when the port cannot be had
	 */
	public static ClassroomStandIn start(World world, ClassroomSettings settings, FaultScript faults) {
		return new ClassroomStandIn(world, settings, faults);
	}

	/** The root of the API, without a slash at the end. */
	public URI url() {
		return this.server.url();
	}

	/** The token endpoint. */
	public URI tokenUri() {
		return this.server.url().resolve(TOKEN_PATH);
	}

	/** The address of the school's administrator, to act for. */
	public String adminEmail() {
		return this.directory.admin().email();
	}

	/**
	 * A key file of a service account with domain-wide delegation for the allowed scopes.
	 * Its {@code token_uri} points here.
	 * @return JSON; opens nothing but this stand-in
	 */
	public String serviceAccountKeyJson() {
		return this.account.keyJson(tokenUri());
	}

	/**
	 * An OAuth client that the school's administrator has agreed to.
	 * @return the client with a refresh token
	 */
	public RefreshTokenClient refreshTokenClient() {
		return refreshTokenClient(adminEmail());
	}

	/**
	 * An OAuth client that a user has agreed to.
	 * @param user Google user id or address of a teacher, a pupil or the administrator
	 * @return the client with a refresh token
	 */
	public RefreshTokenClient refreshTokenClient(String user) {
		Person person = this.directory.find(user);
		if (person == null) {
			throw new IllegalArgumentException("The rehearsal school has no such Google account");
		}
		RefreshTokenClient client = new RefreshTokenClient("100200300400-rehearsal.apps.googleusercontent.com",
				this.clientSecret, "1//" + UUID.randomUUID());
		this.tokenEndpoint.consent(client, person);
		return client;
	}

	/**
	 * Sets the quotas and begins to count anew.
	 * @param perUser requests per user and minute, null for no limit
	 * @param perClient requests per client and minute, null for no limit
	 */
	public void setQuotas(@Nullable Integer perUser, @Nullable Integer perClient) {
		this.quotas.set(perUser, perClient);
	}

	/**
	 * Who may ask another of Google's interfaces with a token that was given here.
	 * @param authorization the value of the header Authorization, null when there is none
	 * @return the holder, or null when there is no token, or it is unknown or has expired
	 */
	public @Nullable TokenHolder holder(@Nullable String authorization) {
		Caller caller = this.tokens.find(authorization);
		if (caller == null) {
			return null;
		}
		Person person = this.directory.find(caller.userId());
		return new TokenHolder(caller.userId(), (person != null) ? person.email() : null, caller.client(),
				caller.scopes());
	}

	/** What it was asked. */
	public RequestCounts counts() {
		return this.server.counts();
	}

	/**
	 * Adds an observer of every call.
	 * @param observer the observer
	 */
	public void observe(CallObserver observer) {
		this.server.observe(observer);
	}

	@Override
	public void close() {
		this.server.close();
	}

	private Answer handle(Call call) {
		if (call.path().startsWith(ClassroomApi.ROOT)) {
			return this.api.handle(call);
		}
		return switch (call.method() + " " + call.path()) {
			case "POST /token" -> this.tokenEndpoint.handle(call, tokenUri());
			case "GET /_rehearsal/service-account-key" -> Answer.json(200, serviceAccountKeyJson());
			case "GET /_rehearsal/refresh-token-client" -> Answer.json(200, json(refreshTokenClient()));
			default -> {
				Answer answer = this.administration.handle(call);
				yield (answer != null) ? answer : ClassroomApi.noSuchPath();
			}
		};
	}

	private static String json(RefreshTokenClient client) {
		try {
			return new ObjectMapper().writeValueAsString(client);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A client cannot be written as JSON", ex);
		}
	}

}
