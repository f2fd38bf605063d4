package io.perfwatch.metric;

import java.util.Iterator;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How a derived metric follows from its inputs, as the catalogue says it: {@code usedBytes /
 * (usedBytes + availableBytes)}. Read from left to right; parts stand apart by spaces, as the name
 * of a hardware event may hold anything else.
 */
public final class Formula {
    private static final Pattern PART = Pattern.compile("[()]|[^ ()]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    /** The value of a part of it, given those of the inputs. */
    private interface Expression {
        double value(ToDoubleFunction<String> input);
    }

    private final Expression expression;

    /**
     * @throws IllegalArgumentException if {@code text} is no formula
     */
    public Formula(String text) {
        Iterator<String> parts = PART.matcher(text).results().map(MatchResult::group).iterator();
        expression = expression(parts, text);
        if (parts.hasNext()) {
            throw new IllegalArgumentException("goes on after its end: " + text);
        }
    }

    /**
     * @param input the value of an input, by the name that the formula gives it
     * @return not finite if it divides by 0
     */
    public double evaluate(ToDoubleFunction<String> input) {
        return expression.value(input);
    }

    private static Expression expression(Iterator<String> parts, String text) {
        Expression left = operand(parts, text);
        while (parts.hasNext()) {
            String operator = parts.next();
            if (operator.equals(")")) {
                return left;
            }
            left = operation(operator, left, operand(parts, text), text);
        }
        return left;
    }

    private static Expression operation(
            String operator, Expression left, Expression right, String text) {
        return switch (operator) {
            case "+" -> input -> left.value(input) + right.value(input);
            case "-" -> input -> left.value(input) - right.value(input);
            case "*" -> input -> left.value(input) * right.value(input);
            case "/" -> input -> left.value(input) / right.value(input);
            default -> throw new IllegalArgumentException("no operator before a part: " + text);
        };
    }

    private static Expression operand(Iterator<String> parts, String text) {
        if (!parts.hasNext()) {
            throw new IllegalArgumentException("ends early: " + text);
        }
        String part = parts.next();
        if (part.equals("(")) {
            return expression(parts, text);
        }
        if (NUMBER.matcher(part).matches()) {
            double number = Double.parseDouble(part);
            return _ -> number;
        }
        return input -> input.applyAsDouble(part);
    }
}
