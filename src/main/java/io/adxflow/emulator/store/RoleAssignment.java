package io.adxflow.emulator.store;

import java.util.Optional;
import java.util.UUID;

/**
 * Who may do what.
 *
 * @param table when present, the role is about this table and not about the database
 * @param principal as clients write it, {@code aadapp=…;tenant}
 */
public record RoleAssignment(Optional<UUID> table, Role role, String principal, String notes) {}
