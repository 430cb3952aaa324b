package io.adxflow.emulator.store;

/**
 * Who may do what.
 *
 * @param principal as clients write it, {@code aadapp=…;tenant}
 */
public record RoleAssignment(Scope scope, Role role, String principal, String notes) {}
