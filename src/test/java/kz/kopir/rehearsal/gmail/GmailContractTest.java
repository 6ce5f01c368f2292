package kz.kopir.rehearsal.gmail;

import java.util.List;
import java.util.Map;

import kz.kopir.rehearsal.google.DiscoveryContract;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The check against Gmail's document finds what is wrong, and nothing else.
 */
class GmailContractTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					GET  | me/messages      | 200 | {"resultSizeEstimate":0}                        | 0
					GET  | me/messages      | 200 | {"resultSizeEstimate":"0"}                      | 1
					GET  | me/messages      | 200 | {"messages":[{"id":5}]}                         | 1
					GET  | me/messages/1    | 200 | {"internalDate":"1795174800000"}                | 0
					GET  | me/messages/1    | 200 | {"internalDate":1795174800000}                  | 1
					GET  | me/messages/1    | 200 | {"internalDate":"2026-11-20T17:00:00Z"}         | 1
					GET  | me/messages/1    | 200 | {"raw":"a+b/"}                                  | 1
					GET  | me/profile       | 200 | {"messagesTotal":0,"historyId":"7"}             | 0
					GET  | me/profile       | 200 | {"historyId":"-7"}                              | 1
					GET  | me/nothing       | 200 | {}                                              | 1
					POST | me/messages/send | 403 | {"error":{"code":403,"message":"x","status":"PERMISSION_DENIED"}} | 1
					POST | me/messages/send | 403 | {"error":{"code":403,"message":"x","status":"PERMISSION_DENIED","errors":[{"domain":"global","reason":"forbidden","message":"x"}]}} | 0
					""")
	void anAnswerConformsOrNot(String verb, String path, int status, String body, int violations) {
		assumeTrue(GmailContract.isPresent(), "Gmail's discovery document is not beside the project");
		DiscoveryContract contract = GmailContract.read();
		contract.after(new Call(verb, GmailApi.ROOT + path, Map.<String, List<String>>of(), Map.of(), new byte[0]),
				Answer.json(status, body));
		assertThat(contract.violations()).hasSize(violations);
	}

}
