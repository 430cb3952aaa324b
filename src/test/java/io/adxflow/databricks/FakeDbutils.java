package io.adxflow.databricks;

import com.databricks.dbutils_v1.DBUtilsHolder;
import com.databricks.dbutils_v1.DBUtilsV1;
import com.databricks.dbutils_v1.SecretUtils;
import java.lang.reflect.Proxy;
import java.util.function.BinaryOperator;

/** Puts a dbutils with secrets where a Databricks cluster puts its own, and takes it away again. */
public final class FakeDbutils {
    private FakeDbutils() {}

    /** @param secrets the value for a scope and a key; may throw as the real one does */
    public static void install(BinaryOperator<String> secrets) {
        SecretUtils utils = proxy(
                SecretUtils.class, "get", arguments -> secrets.apply((String) arguments[0], (String) arguments[1]));
        DBUtilsHolder.dbutils0().set(proxy(DBUtilsV1.class, "secrets", arguments -> utils));
    }

    public static void remove() {
        DBUtilsHolder.dbutils0().remove();
    }

    private interface Call {
        Object with(Object... arguments);
    }

    private static <T> T proxy(Class<T> type, String method, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, given) -> {
            if (called.getName().equals(method)) {
                return call.with(given);
            }
            throw new UnsupportedOperationException(called.getName());
        }));
    }
}
