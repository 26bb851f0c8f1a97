/** JMH benchmarks of the kernels: run by hand, never by the build. May use the whole engine. */
@NullMarked
package vitrine.benchmark;

import org.jspecify.annotations.NullMarked;
