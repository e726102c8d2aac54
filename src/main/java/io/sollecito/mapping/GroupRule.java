package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import java.util.List;

/**
 * Which records belong together.
 *
 * @param by columns whose values they share
 * @param sorted whether they follow each other, so that memory does not grow with the file
 * @param each whether every one makes a record of its own that knows the others; else they make one together
 * @param lead which of them gives the values that are not summed, or null for the first
 * @param equal columns that must hold the same in all of them
 */
record GroupRule(List<Place> by, boolean sorted, boolean each, RecordFilter.Test lead, List<Place> equal) {}
