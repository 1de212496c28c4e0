// Splitters of the window: made alike, and where a person moved them, remembered from one time to the next. The
// window's thread.
#pragma once

#include "editorial/settings.h"

#include <QSplitter>

namespace ui {

[[nodiscard]] QSplitter *makeSplitter(const QString &name, QWidget *parent);

// Always the same ones, in the same order.
void rememberSplitters(editorial::Settings &settings, const QList<QSplitter *> &splitters);
void restoreSplitters(const editorial::Settings &settings, const QList<QSplitter *> &splitters);

} // namespace ui
