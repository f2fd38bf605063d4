package io.perfwatch.perfcounter.doctor;

/**
 * One line of the doctor's.
 *
 * @param fix what to do; empty if nothing has to be done
 */
record Finding(String subject, String text, String fix) {
    static Finding fine(String subject, String text) {
        return new Finding(subject, text, "");
    }

    @Override
    public String toString() {
        String line = "%-13s %s".formatted(subject, text);
        return fix.isEmpty() ? line : line + System.lineSeparator() + " ".repeat(14) + "-> " + fix;
    }
}
