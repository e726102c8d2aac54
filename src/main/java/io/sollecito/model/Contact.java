package io.sollecito.model;

/** A person or mailbox of a debtor; {@code role} such as accounts-payable; {@code phone} as the source gives it. */
public record Contact(String role, String name, String email, String phone) {}
