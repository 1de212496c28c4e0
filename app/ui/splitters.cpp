#include "ui/splitters.h"

#include <QDataStream>
#include <QIODevice>

namespace ui {

QSplitter *makeSplitter(const QString &name, QWidget *parent)
{
    auto *splitter = new QSplitter(Qt::Horizontal, parent);
    splitter->setObjectName(name);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

void rememberSplitters(editorial::Settings &settings, const QList<QSplitter *> &splitters)
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    for (const QSplitter *splitter : splitters)
        stream << splitter->saveState();
    settings.setValue(editorial::Setting::WindowSplitter, layout);
}

void restoreSplitters(const editorial::Settings &settings, const QList<QSplitter *> &splitters)
{
    QDataStream stream(settings.value(editorial::Setting::WindowSplitter).toByteArray());
    for (QSplitter *splitter : splitters) {
        QByteArray state;
        stream >> state;
        splitter->restoreState(state);
    }
}

} // namespace ui
