package io.sollecito.bank.ofx;

import io.sollecito.bank.DamagedFile;

/** Takes the elements of an OFX document, in its order; names are in upper case. */
interface OfxVisitor {

    /** An aggregate begins. */
    void open(String name, Place place) throws DamagedFile;

    /** An element with its text, which may be null. */
    void value(String name, String text, Place place) throws DamagedFile;

    /** The aggregate that was opened last ends. */
    void close(String name, Place place) throws DamagedFile;

    /** Where something stands, from 1. */
    record Place(long line, long column) {}
}
