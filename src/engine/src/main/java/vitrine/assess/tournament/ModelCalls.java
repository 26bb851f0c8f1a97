package vitrine.assess.tournament;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import vitrine.model.PartedScore;
import vitrine.model.Recommender;
import vitrine.network.DifferentiableFunction;

/**
 * Counts what an explainer asks of a model. The model is handed out behind a proxy with all its interfaces, so that
 * methods that need a gradient, a linear model or layers still find them; a method that needs one particular class of
 * model does not, and cannot be counted. Not for several threads.
 */
final class ModelCalls {
    private final Recommender counted;
    private long evaluations;
    private long gradients;

    ModelCalls(Recommender model) {
        Set<Class<?>> contracts = new LinkedHashSet<>();
        for (Class<?> c = model.getClass(); c != null; c = c.getSuperclass()) {
            contracts.addAll(Arrays.asList(c.getInterfaces()));
        }
        counted = (Recommender) Proxy.newProxyInstance(
                Recommender.class.getClassLoader(),
                contracts.toArray(Class<?>[]::new),
                (proxy, method, arguments) -> call(model, method, arguments));
    }

    /** The same model, counted. */
    Recommender model() {
        return counted;
    }

    /** Calls for scores, however many items were scored in one; values of a score's function among them. */
    long evaluations() {
        return evaluations;
    }

    /** Calls for a gradient. */
    long gradients() {
        return gradients;
    }

    /** What a budget is spent on: a gradient counts as one evaluation. */
    long spent() {
        return evaluations + gradients;
    }

    private Object call(Recommender model, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("score")) {
            evaluations++;
        }
        try {
            Object answer = method.invoke(model, arguments);
            return answer instanceof PartedScore parted ? counted(parted) : answer;
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    private PartedScore counted(PartedScore parted) {
        return new PartedScore(parted.parts(), new Counted(parted.function()), parted.point(), parted.reference());
    }

    private final class Counted implements DifferentiableFunction {
        private final DifferentiableFunction function;

        Counted(DifferentiableFunction function) {
            this.function = function;
        }

        @Override
        public int dimension() {
            return function.dimension();
        }

        @Override
        public double value(double[] x) {
            evaluations++;
            return function.value(x);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            gradients++;
            return function.valueAndGradient(x, gradient);
        }
    }
}
