package kz.kopir.benchmark;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auth.oauth2.ServiceAccountCredentials;
import kz.kopir.rehearsal.Rehearsal;

/**
 * What the gateway is measured against: a loop that makes the same requests with the same
 * HTTP client and as many threads, parses the answers, and inserts one row for each
 * record into SQLite. It judges nothing, keeps no ledger and gives up at the first
 * failure. Reads names of {@link Script} files from its input and makes a pass for each.
 */
final class BareLoop {

	private static final int MOST_CLASS_GROUPS = 50;

	private static final List<String> LISTS = List.of(
			"/students?pageSize=30&fields=nextPageToken,students(userId,profile(emailAddress,name(familyName,givenName,fullName)))",
			"/teachers?pageSize=30&fields=nextPageToken,teachers(userId,profile(emailAddress,name(familyName,givenName,fullName)))",
			"/topics?fields=nextPageToken,topic(topicId,name)",
			"/courseWork?courseWorkStates=PUBLISHED&courseWorkStates=DELETED&fields=nextPageToken,courseWork(id,courseId,"
					+ "title,description,state,workType,maxPoints,dueDate,dueTime,creationTime,updateTime,topicId,"
					+ "gradeCategory/name,assigneeMode,materials,alternateLink)",
			"/courseWorkMaterials?fields=nextPageToken,courseWorkMaterial(id,title,topicId,creationTime,materials)",
			"/courseWork/-/studentSubmissions?pageSize=1000&fields=nextPageToken,studentSubmissions(id,courseWorkId,userId,"
					+ "state,assignedGrade,updateTime)");

	private final BareCalls calls;

	private final BareRows rows;

	private final ExecutorService threads;

	private final long school;

	/** Ids of written works by the key of the script. */
	private final Map<String, String> works = new ConcurrentHashMap<>();

	private BareLoop(BareCalls calls, BareRows rows, int parallelism, long school) {
		this.calls = calls;
		this.rows = rows;
		this.threads = Executors.newFixedThreadPool(parallelism);
		this.school = school;
	}

	/**
	 * Arguments: address of Classroom, address of Kundelik, key of the service account,
	 * its administrator, id of the school, database file, number of threads.
	 */
	public static void main(String[] arguments)
			throws IOException, SQLException, InterruptedException, ExecutionException {
		try (InputStream key = new FileInputStream(arguments[2]);
				BareRows rows = new BareRows(Path.of(arguments[5]));
				BareCalls calls = new BareCalls(arguments[0], arguments[1],
						ServiceAccountCredentials.fromStream(key)
							.createScoped(BareCalls.SCOPES)
							.createDelegated(arguments[3]))) {
			BareLoop loop = new BareLoop(calls, rows, Integer.parseInt(arguments[6]), Long.parseLong(arguments[4]));
			System.out.println("ready for " + Rehearsal.SCHOOL);
			BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				Script script = Script.read(Path.of(line));
				System.out.println("begin " + line);
				long before = rows.count();
				long start = System.nanoTime();
				loop.pass(script);
				System.out.println("end " + line + " " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " "
						+ (rows.count() - before));
			}
			loop.threads.shutdown();
		}
	}

	private void pass(Script script) throws IOException, InterruptedException, ExecutionException {
		list("/v1/courses?courseStates=ACTIVE&fields=nextPageToken,courses(id,name,section,description,ownerId,courseState)");
		List<String> groups = new ArrayList<>();
		keep("school", this.calls.journal("/v2/schools/" + this.school));
		keep("markValues", this.calls.journal("/v2/marks/values/type/mark10"));
		keep("eduGroups", this.calls.journal("/v2/schools/" + this.school + "/edu-groups"))
			.forEach((group) -> groups.add(group.path("id_str").asText()));
		keep("subjects", this.calls.journal("/v2/schools/" + this.school + "/subjects"));
		keep("workTypes", this.calls.journal("/v2/work-types/" + this.school));
		keep("terms", this.calls.journal("/v2/edu-groups/" + groups.get(0) + "/reporting-periods"));
		for (int from = 0; from < groups.size(); from += MOST_CLASS_GROUPS) {
			String ids = "[" + String.join(",", groups.subList(from, Math.min(groups.size(), from + MOST_CLASS_GROUPS)))
					+ "]";
			keep("pupils", this.calls.send("POST", "/v2/edu-groups/students", ids.getBytes(StandardCharsets.UTF_8)));
		}
		List<Future<?>> parts = new ArrayList<>();
		for (Script.ClassGroup group : script.classGroups()) {
			parts.add(this.threads.submit(() -> {
				classGroup(script, group);
				return null;
			}));
		}
		for (Future<?> part : parts) {
			part.get();
		}
	}

	private void classGroup(Script script, Script.ClassGroup group) throws IOException {
		for (String course : group.courses()) {
			for (String list : LISTS) {
				list("/v1/courses/" + course + list);
			}
		}
		journal(script, group);
		List<BareRows.Row> written = new ArrayList<>();
		for (Script.Work work : group.works()) {
			String known = this.works.get(work.key());
			JsonNode answer = (known != null)
					? this.calls.send("PUT", "/v2/works/" + known, BareCalls.bytes(work.body()))
					: this.calls.send("POST", "/v2/works", BareCalls.bytes(work.body()));
			String id = answer.path("id_str").asText();
			this.works.put(work.key(), id);
			written.add(new BareRows.Row("writtenWork", id));
		}
		for (Script.Mark mark : group.marks()) {
			JsonNode answer = this.calls.send("POST",
					"/v2/persons/" + mark.pupil() + "/works/" + this.works.get(mark.work()) + "/mark",
					("{\"value\":\"" + mark.value() + "\"}").getBytes(StandardCharsets.UTF_8));
			written.add(new BareRows.Row("writtenMark", answer.path("id_str").asText()));
		}
		if (!written.isEmpty()) {
			this.rows.insert(written);
			journal(script, group);
		}
	}

	private void journal(Script script, Script.ClassGroup group) throws IOException {
		String base = "/v2/edu-groups/" + group.id();
		keep("lessons", this.calls.journal(base + "/lessons/" + script.from() + "/" + script.to()));
		keep("marks", this.calls.journal(base + "/marks/" + script.from() + "/" + script.to()));
	}

	private void list(String address) throws IOException {
		String token = "";
		do {
			JsonNode page = this.calls.classroom(address, token);
			for (Map.Entry<String, JsonNode> field : page.properties()) {
				if (field.getValue().isArray()) {
					keep(field.getKey(), field.getValue());
				}
			}
			token = page.path("nextPageToken").asText("");
		}
		while (!token.isEmpty());
	}

	private JsonNode keep(String kind, JsonNode records) {
		List<BareRows.Row> page = new ArrayList<>(records.size());
		for (JsonNode record : records) {
			page.add(new BareRows.Row(kind, record.path("id").asText("")));
		}
		this.rows.insert(page);
		return records;
	}

}
