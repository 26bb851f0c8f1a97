package vitrine.desktop.screen;

import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.settings.Settings;
import vitrine.desktop.task.Tasks;
import vitrine.desktop.workspace.Workspace;

/** What every screen is given. */
public record ScreenContext(
        Texts texts, Settings settings, Tasks tasks, Workspace workspace, Widgets widgets, Navigator navigator) {}
