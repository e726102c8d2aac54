package io.sollecito.mapping;

/** A cell that is not fully understood; quarantines its record. */
final class CellProblem extends Exception {

    private final transient Place place;
    private final String value;

    CellProblem(Place place, String value, String message) {
        super(message, null, false, false);
        this.place = place;
        this.value = value;
    }

    Place place() {
        return place;
    }

    String value() {
        return value;
    }

    /**
     * Which field of a canonical record is made, and from which cell.
     *
     * @param field such as {@code discount.amount}
     * @param slot the cell's slot, or -1 when no single cell is meant
     */
    record Place(String field, int slot) {

        CellProblem problem(Object value, String message) {
            return new CellProblem(this, value == null ? null : value.toString(), message);
        }

        Place at(int otherSlot) {
            return new Place(field, otherSlot);
        }
    }
}
