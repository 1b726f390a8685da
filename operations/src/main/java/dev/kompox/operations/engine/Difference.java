package dev.kompox.operations.engine;

/**
 * Say how the world differs from what a plan assumed.
 *
 * @param fact what is different
 * @param assumed what it was when the plan was made
 * @param found what it is now
 */
public record Difference(String fact, String assumed, String found) {

    @Override
    public String toString() {
        return fact + " was " + assumed + " and is now " + found;
    }
}
