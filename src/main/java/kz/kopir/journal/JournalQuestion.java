package kz.kopir.journal;

import java.time.LocalDate;

import kz.kopir.school.ClassGroupId;

/**
 * Asks what the journal holds for one class group.
 *
 * @param classGroup the class group
 * @param from first lesson day, Asia/Almaty
 * @param to last lesson day, included
 */
public record JournalQuestion(ClassGroupId classGroup, LocalDate from, LocalDate to) {
}
