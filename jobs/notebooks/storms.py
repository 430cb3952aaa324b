# Databricks notebook source
# MAGIC %md
# MAGIC # A look at Azure Data Explorer
# MAGIC
# MAGIC Import this file into a workspace, attach it to a cluster with runtime 16.4 LTS and dedicated access, and run it from the top.
# MAGIC The cluster needs one library: `adxflow-job.jar` for the engine `adx`, or `com.microsoft.azure.kusto:kusto-spark_3.0_2.12:7.1.1`
# MAGIC for Microsoft's connector. The scope holds the application's id and key: `adxflow secrets put adx myaadappkey --env prod`.

# COMMAND ----------

dbutils.widgets.dropdown("engine", "builtin", ["builtin", "connector"])
dbutils.widgets.text("cluster", "https://contoso.westeurope.kusto.windows.net")
dbutils.widgets.text("database", "Telemetry")
dbutils.widgets.text("tenant", "00000000-0000-0000-0000-000000000000")
dbutils.widgets.text("scope", "adx")

# COMMAND ----------

formats = {"builtin": "adx", "connector": "com.microsoft.kusto.spark.datasource"}
query = """
AtlanticStorms
| summarize Storms = dcount(Name), PeakWindKnots = max(WindKnots) by Season = getyear(Time)
| top 10 by PeakWindKnots
"""

# COMMAND ----------

scope = dbutils.widgets.get("scope")
storms = (
    spark.read.format(formats[dbutils.widgets.get("engine")])
    .option("kustoCluster", dbutils.widgets.get("cluster"))
    .option("kustoDatabase", dbutils.widgets.get("database"))
    .option("kustoAadAppId", dbutils.secrets.get(scope, "myaadappid"))
    .option("kustoAadAppSecret", dbutils.secrets.get(scope, "myaadappkey"))
    .option("kustoAadAuthorityID", dbutils.widgets.get("tenant"))
    .option("kustoQuery", query)
    .load()
)

# COMMAND ----------

display(storms)
