package kz.kopir.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import kz.kopir.access.Role;
import kz.kopir.flow.GatewayHouse;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlItem;
import kz.kopir.sync.PlanSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job of each role in a real browser, in Kazakh and in Russian, and that nobody
 * does another's.
 */
class ConsoleRolesTest {

	private static ConsoleSchool school;

	@BeforeAll
	static void aDayHasPassed() {
		Browser.isThere();
		school = ConsoleSchool.beforeApproval();
	}

	@ParameterizedTest
	@ValueSource(strings = { "kk", "ru" })
	void aViewerSeesHowEverythingStandsAndNoNameAndNoMark(String language) {
		try (Reader viewer = Reader.of(school.house(), Role.VIEWER, language)) {
			viewer.open("/console");
			assertThat(viewer.page().locator("section.school h2")).hasCount(6);
			assertThat(viewer.page().locator("form[action='/console/runs']")).hasCount(0);
			viewer.page()
				.locator("section[aria-labelledby=school-careful] dd a[href^='/console/runs/']")
				.first()
				.click();
			assertThat(viewer.page().locator("dl.facts .state.good").first())
				.containsText(language.equals("kk") ? "аяқталды" : "завершён");
			PlanSummary plan = school.smallestPlan();
			viewer.open("/console/plans/" + plan.id());
			assertThat(viewer.text()).contains(
					language.equals("kk") ? "аттар мен бағалар көрсетілмейді" : "Имена и отметки вам не показаны");
			assertThat(viewer.page().locator("td.value")).hasCount(0);
			assertThat(viewer.page().locator("form[action$='/approval']")).hasCount(0);
			viewer.picture("viewer-plan");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "kk", "ru" })
	void anOperatorStartsADryRunAndWatchesItToItsEnd(String language) {
		try (Reader operator = Reader.of(school.house(), Role.OPERATOR, language)) {
			operator.open("/console");
			operator.page().locator("select[name=school]").last().selectOption(GatewayHouse.SCHOOL.value());
			operator.page().locator("input[name=from]").fill("2026-11-16");
			operator.page().locator("input[name=to]").fill("2026-11-20");
			operator.page().locator("input[name=dryRun]").check();
			operator.page().locator("form[action='/console/runs'] button").click();
			String id = operator.page().url().replaceAll(".*/", "");
			// the page itself asks how far the run is, and loads anew when it has ended
			assertThat(operator.page().locator("dl.facts .state.good").first())
				.containsText(language.equals("kk") ? "аяқталды" : "завершён");
			Run run = school.house().bean(RunStore.class).find(id).orElseThrow();
			assertThat(run.state()).isEqualTo(RunState.FINISHED);
			assertThat(run.dryRun()).isTrue();
			assertThat(run.requestedBy()).isEqualTo("operator");
			assertThat(run.from()).hasToString("2026-11-16");
			operator.picture("operator-run");
		}
	}

	@Test
	void aRunUnderWayIsFollowedAndItsEndIsShown() {
		RunStore runs = school.house().bean(RunStore.class);
		Instant now = Instant.parse("2026-11-20T12:30:00Z");
		runs.begin(Run.begun("under-way", new RunRequest(GatewayHouse.READING_SCHOOL, "classroom",
				RunTriggerKind.SCHEDULE, "schedule", false, null, null), now));
		runs.saveBalance("under-way", List.of(new BalanceRow("7a", "7 «А»", "mark", 0, 3, 3, 0, 0, 0)));
		try (Reader viewer = Reader.of(school.house(), Role.VIEWER, "ru")) {
			viewer.open("/console");
			Locator progress = viewer.page().locator("section[aria-labelledby=school-reading] .progress");
			assertThat(progress).containsText("готово классов: 1");
			viewer.picture("run-under-way");
			runs.saveBalance("under-way", List.of(new BalanceRow("7b", "7 «Ә»", "mark", 0, 3, 3, 0, 0, 0)));
			assertThat(progress).containsText("готово классов: 2");
			runs.end("under-way", RunState.RED, now.plusSeconds(60), "BALANCE_OFF");
			assertThat(progress).hasCount(0);
			assertThat(viewer.page().locator("section[aria-labelledby=school-reading] .state.bad").first())
				.containsText("красный");
		}
	}

	@Test
	void anOperatorWhoExchangesTheDaysIsTold() {
		try (Reader operator = Reader.of(school.house(), Role.OPERATOR, "kk")) {
			operator.open("/console");
			operator.page().locator("input[name=from]").fill("2026-11-20");
			operator.page().locator("input[name=to]").fill("2026-11-16");
			operator.page().locator("form[action='/console/runs'] button").click();
			assertThat(operator.text()).contains("Бірінші күн соңғы күннен кейін тұр");
			operator.isAccessible();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "kk", "ru" })
	void anApproverApprovesExactlyThePlanThatWasShown(String language) {
		PlanSummary plan = school.smallestPlan();
		try (Reader approver = Reader.of(school.house(), Role.APPROVER, language)) {
			approver.open("/console/plans");
			approver.page().locator("a[href='/console/plans/" + plan.id() + "']").click();
			assertThat(approver.page().locator("code.hash")).hasText(plan.hash());
			approver.page().locator("form[action$='/approval'] input[name=reason]").fill("Looked through");
			approver.page().locator("form[action$='/approval'] button").click();
			assertThat(approver.page().locator(".notice.good"))
				.hasText(language.equals("kk") ? "Жоспар мақұлданды." : "План одобрен.");
			approver.picture("approver-plan");
			assertThat(approver.text()).contains("approver");
			String run = approver.page().locator("p.notice a[href^='/console/runs/']").innerText();
			assertThat(school.house().await(run).school()).isEqualTo(GatewayHouse.CAREFUL_SCHOOL);
		}
		assertThat(school.house().plans().find(plan.id()).orElseThrow().decidedBy()).isEqualTo("approver");
	}

	@Test
	void anApproverKeepsAWorkOutOfTheJournalWithAReason() throws Exception {
		ControlDesk desk = school.house().bean(ControlDesk.class);
		ControlItem item = desk.items(GatewayHouse.CAREFUL_SCHOOL, desk.term(GatewayHouse.CAREFUL_SCHOOL, 2))
			.stream()
			.filter((one) -> one.stage() != null && one.excluded() == null)
			.findFirst()
			.orElseThrow();
		try (Reader approver = Reader.of(school.house(), Role.APPROVER, "ru")) {
			approver.open("/console/terms?school=" + GatewayHouse.CAREFUL_SCHOOL);
			approver.page()
				.locator("table.heat a[href*='classGroup=" + item.classGroup() + "&subject=" + item.subject() + "']")
				.click();
			approver.page().locator("details summary").first().click();
			approver.page()
				.locator("form[action$='/exclusion'] input[name=reason]")
				.first()
				.fill("Проведена на бумаге");
			approver.picture("approver-works");
			approver.page().locator("form[action$='/exclusion'] button").first().click();
			assertThat(approver.page().locator(".notice.good")).hasText("Работа не переносится в журнал.");
			assertThat(approver.text()).contains("approver: Проведена на бумаге");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "kk", "ru" })
	void aDataViewerSeesTheMarksOfAPlanAndDecidesNothing(String language) {
		PlanSummary plan = school.smallestPlan();
		try (Reader viewer = Reader.of(school.house(), Role.DATA_VIEWER, language)) {
			viewer.open("/console/plans/" + plan.id());
			assertThat(viewer.page().locator("td.value").first()).isVisible();
			assertThat(viewer.page().locator("td.value b").allInnerTexts()).as("marks from 1 to 10")
				.anyMatch((text) -> text.matches("[1-9]|10"));
			assertThat(viewer.page().locator("form[action$='/approval']")).hasCount(0);
			viewer.picture("data-viewer-plan");
		}
	}

	@Test
	void whoMayNotDoAThingIsRefusedAndNothingHappens() {
		try (Reader viewer = Reader.of(school.house(), Role.VIEWER, "ru")) {
			viewer.open("/console");
			String token = viewer.page().locator("input[name=_csrf]").first().inputValue();
			PlanSummary plan = school.smallestPlan();
			Map<String, FormData> posts = Map.of("/console/runs",
					FormData.create().set("school", GatewayHouse.SCHOOL.value()).set("flow", "classroom"),
					"/console/plans/" + plan.id() + "/approval", FormData.create().set("hash", plan.hash()),
					"/console/terms/works/exclusion", FormData.create().set("reason", "none"),
					"/console/terms/works/late", FormData.create().set("reason", "none"), "/console/terms/closing",
					FormData.create().set("school", GatewayHouse.SCHOOL.value()).set("term", "2"),
					"/console/problems/decision", FormData.create().set("decision", "acknowledge"));
			int runs = school.house().bean(RunStore.class).latest(1000).size();
			posts.forEach((path, form) -> assertThat(post(viewer, path, form.set("_csrf", token)).status()).as(path)
				.isEqualTo(403));
			assertThat(school.house().bean(RunStore.class).latest(1000)).hasSize(runs);
			assertThat(school.house().plans().find(plan.id()).orElseThrow().state()).isEqualTo("waiting");
		}
	}

	@Test
	void aFormOfAnotherSiteDoesNothing() {
		try (Reader operator = Reader.of(school.house(), Role.OPERATOR, "ru")) {
			int runs = school.house().bean(RunStore.class).latest(1000).size();
			assertThat(post(operator, "/console/runs",
					FormData.create().set("school", GatewayHouse.SCHOOL.value()).set("flow", "classroom"))
				.status()).isEqualTo(403);
			assertThat(school.house().bean(RunStore.class).latest(1000)).hasSize(runs);
		}
	}

	private static APIResponse post(Reader reader, String path, FormData form) {
		return reader.page().request().post(path, RequestOptions.create().setForm(form).setMaxRedirects(0));
	}

}
