/**
 * Making rows visible in ADX, once and whole: staging tables, verification, the guarded commit, evidence. Knows commands
 * and no Spark. Start at {@code TableCommits}; the register, the ledger and recovery have their place here.
 */
package io.adxflow.run.commit;
