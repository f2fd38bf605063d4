package io.perfwatch.pack;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One metric of a pack or a rollup, cut out of its payload by SQL ({@code payload -> 'metrics' ->>
 * path}): nothing else of the payload is read. Of a sample, minimum, average and maximum are the
 * same; what is absent is NaN.
 */
public final class Curve {
    private static final JsonFactory JSON = new JsonFactory();

    private double[] minimum;
    private double[] average;
    private double[] maximum;
    private double[] count;

    private Curve(double[] values, double[] count) {
        minimum = values;
        average = values;
        maximum = values;
        this.count = count;
    }

    /** Values as they were sampled. */
    public static Curve of(double[] values) {
        return new Curve(values, new double[0]);
    }

    /** Of a pack, whose samples count one each. */
    public static Curve ofPack(String text, int size) {
        return of(Numbers.read(text, size));
    }

    /**
     * Of a rollup.
     *
     * @param samples of each span, where the metric does not count its own
     */
    public static Curve ofRollup(String text, int size, double[] samples) {
        if (!text.startsWith("{")) {
            return new Curve(Numbers.read(text, size), samples);
        }
        Curve curve = new Curve(new double[0], samples);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                curve.set(name, Numbers.read(json.getString(), size));
            }
        }
        return curve;
    }

    private void set(String name, double[] values) {
        switch (name) {
            case "min" -> minimum = values;
            case "avg" -> average = values;
            case "max" -> maximum = values;
            case "count" -> count = values;
            default -> {}
        }
    }

    public boolean isPresent(int index) {
        return !Double.isNaN(average[index]);
    }

    public double minimum(int index) {
        return minimum[index];
    }

    public double average(int index) {
        return average[index];
    }

    public double maximum(int index) {
        return maximum[index];
    }

    /** How many samples it stands for: what an average over several weighs it by. */
    public double count(int index) {
        return count.length == 0 ? 1 : count[index];
    }
}
