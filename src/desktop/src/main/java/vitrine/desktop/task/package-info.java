/** The only bridge between long work and the FX thread: newest request wins, cancel, pause, throttled progress, failures as sentences. Uses i18n. */
@NullMarked
package vitrine.desktop.task;

import org.jspecify.annotations.NullMarked;
