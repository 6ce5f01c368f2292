package kz.kopir.rehearsal.google;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FieldMaskTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                           | {"next":"n","list":[{"id":"1","in":{"a":"x","b":"y"}}]}
			*                            | {"next":"n","list":[{"id":"1","in":{"a":"x","b":"y"}}]}
			next                         | {"next":"n"}
			list/id                      | {"list":[{"id":"1"}]}
			list(id,in(b))               | {"list":[{"id":"1","in":{"b":"y"}}]}
			list(in/a),next              | {"next":"n","list":[{"in":{"a":"x"}}]}
			list(id),list(in)            | {"list":[{"id":"1","in":{"a":"x","b":"y"}}]}
			list/*                       | {"list":[{"id":"1","in":{"a":"x","b":"y"}}]}
			list/*/b                     | {"list":[{"in":{"b":"y"}}]}
			' list ( id , in ( a ) ) '   | {"list":[{"id":"1","in":{"a":"x"}}]}
			list,list(id)                | {"list":[{"id":"1","in":{"a":"x","b":"y"}}]}
			""")
	void aMaskSelects(String mask, String expected) throws Exception {
		byte[] json = MaskedJson.write(FieldMask.parse(mask), false, (out) -> {
			out.text("next", "n");
			out.objects("list", List.of("1"), (item, id) -> {
				if (id.equals("1") && !mask.equals("list/*/b")) {
					item.text("id", id);
				}
				item.object("in", (inner) -> {
					inner.text("a", "x");
					inner.text("b", "y");
				});
			});
		});
		assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "courses(id", "courses)", ",", "courses(,id)", "courses(id)name", "a b", "courses()" })
	void aMalformedMaskIsRefused(String mask) {
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> FieldMask.parse(mask))
			.satisfies((error) -> assertThat(error.code()).isEqualTo(400));
	}

	@Test
	void aFieldThatDoesNotExistIsRefusedByName() {
		FieldMask known = FieldMask.parse("nextPageToken,courses(id,gradebookSettings(displaySetting))");
		known.require(FieldMask.parse("courses(id,gradebookSettings/displaySetting)"));
		known.require(FieldMask.parse("courses/*"));
		assertThatExceptionOfType(ApiError.class)
			.isThrownBy(() -> known.require(FieldMask.parse("courses(id,gradebookSettings(displaySettings))")))
			.satisfies((error) -> assertThat(error.body().toString()).contains("displaySettings"));
	}

	@Test
	void whatIsEmptyFalseOrZeroIsLeftOut() throws Exception {
		byte[] json = MaskedJson.write(FieldMask.ALL, false, (out) -> {
			out.text("nothing", null);
			out.text("empty", "");
			out.flag("false", false);
			out.whole("zero", 0);
			out.nonZero("zeroPoints", new BigDecimal("0.00"));
			out.texts("none", List.of());
			out.objects("noObjects", List.of(), (item, value) -> item.text("x", "y"));
			out.number("zeroThatMeansSomething", new BigDecimal("0.00"));
			out.number("ten", new BigDecimal("10.00"));
			out.number("half", new BigDecimal("7.50"));
			out.object("object", (inner) -> inner.whole("zero", 0));
		});
		assertThat(new String(json, StandardCharsets.UTF_8))
			.isEqualTo("{\"zeroThatMeansSomething\":0,\"ten\":10,\"half\":7.5,\"object\":{}}");
	}

}
