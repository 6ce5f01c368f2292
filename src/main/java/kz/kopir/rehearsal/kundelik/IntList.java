package kz.kopir.rehearsal.kundelik;

import java.util.Arrays;

/**
 * A growing list of numbers without boxes: a large school's journal has millions of them.
 */
final class IntList {

	private int[] values = new int[4];

	private int size;

	void add(int value) {
		if (this.size == this.values.length) {
			this.values = Arrays.copyOf(this.values, this.size + (this.size >> 1) + 1);
		}
		this.values[this.size++] = value;
	}

	int get(int position) {
		return this.values[position];
	}

	int size() {
		return this.size;
	}

	void remove(int value) {
		for (int i = 0; i < this.size; i++) {
			if (this.values[i] == value) {
				System.arraycopy(this.values, i + 1, this.values, i, this.size - i - 1);
				this.size--;
				return;
			}
		}
	}

}
