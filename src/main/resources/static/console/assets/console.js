// Everything can be read and done without this script. It only saves clicks.
"use strict";

// A list whose lines can be chosen gets a box that chooses all of them.
document.addEventListener("change", (event) => {
	const all = event.target.closest("input[data-all]");
	if (all) {
		all.closest("table").querySelectorAll("tbody input[type=checkbox]").forEach((box) => {
			box.checked = all.checked;
		});
	}
});

// Without the script it would do nothing, so it is shown only with it.
const reveal = (part) => part.querySelectorAll("input[data-all]").forEach((box) => {
	box.hidden = false;
});
document.addEventListener("DOMContentLoaded", () => reveal(document));
