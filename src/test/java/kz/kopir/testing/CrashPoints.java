package kz.kopir.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what a process does to the world outside, each deed once before and once after
 * its effect, and lets the process die at one of these points.
 */
public final class CrashPoints {

	private final int crashAt;

	private int passed;

	private boolean dead;

	/**
	 * @param crashAt number of the point at which the process dies, from 1; 0 for never
	 */
	public CrashPoints(int crashAt) {
		this.crashAt = crashAt;
	}

	/** How many points the process has passed. */
	public int passed() {
		return this.passed;
	}

	/** Does one deed to the world outside. */
	public <T> T step(Supplier<T> deed) {
		point();
		T result = deed.get();
		point();
		return result;
	}

	/** The database as the dying process sees it. */
	public DataSource watch(DataSource database) {
		return new DelegatingDataSource(database) {
			@Override
			public Connection getConnection() throws SQLException {
				return watch(Connection.class, super.getConnection());
			}
		};
	}

	private <T> T watch(Class<T> type, T target) {
		InvocationHandler handler = (proxy, method, arguments) -> {
			boolean deed = method.getName().startsWith("execute") || method.getName().equals("commit");
			if (deed) {
				point();
			}
			Object result = call(target, method, arguments);
			if (deed) {
				point();
			}
			// A driver's statement may implement more than is asked for.
			if (method.getReturnType() == PreparedStatement.class) {
				return watch(PreparedStatement.class, (PreparedStatement) result);
			}
			return (method.getReturnType() == Statement.class) ? watch(Statement.class, (Statement) result) : result;
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private void point() {
		this.passed++;
		this.dead = this.dead || this.passed == this.crashAt;
		if (this.dead) {
			throw new Crash();
		}
	}

	/** The process is gone: nothing may catch it and go on. */
	public static final class Crash extends Error {

		private static final long serialVersionUID = 1L;

	}

}
