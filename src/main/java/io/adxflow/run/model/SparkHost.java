package io.adxflow.run.model;

/** Whose Spark application a run lives in. */
public enum SparkHost {
    /** This process is ours: Spark runs inside it, on all cores. */
    WORKSTATION,
    /** Somebody started Spark for us and goes on using it: its session is shared and never stopped. */
    CLUSTER
}
