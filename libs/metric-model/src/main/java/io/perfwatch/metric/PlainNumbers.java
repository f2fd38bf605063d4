package io.perfwatch.metric;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Numbers as a person writes them: {@code 0} and {@code 3400000000} where Java says {@code 0.0} and
 * {@code 3.4E9}, {@code 0.0001} where it says {@code 1.0E-4}. Most rates of a calm host are 0.
 */
final class PlainNumbers extends ValueSerializer<Double> {
    /** Up to here every whole double is exact as a long. */
    private static final double LARGEST_WHOLE = 1L << 53;

    private PlainNumbers() {}

    static JacksonModule module() {
        return new SimpleModule()
                .addSerializer(Double.class, new PlainNumbers())
                .addSerializer(double.class, new PlainNumbers());
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializationContext context) {
        double number = value;
        long whole = (long) number;
        if (whole == number && Math.abs(number) <= LARGEST_WHOLE) {
            json.writeNumber(whole);
        } else if (Double.isFinite(number)) {
            json.writeNumber(plain(Double.toString(number)));
        } else {
            json.writeNumber(number);
        }
    }

    private static String plain(String decimal) {
        return decimal.indexOf('E') < 0
                ? decimal
                : new BigDecimal(decimal).stripTrailingZeros().toPlainString();
    }
}
