#include "ui/suggestion_menu.h"

#include "ui/plural_count.h"
#include "ui/speller.h"
#include "ui/text_search.h"

#include <QCoreApplication>

namespace ui {

namespace {

constexpr qsizetype mostSuggestions = 6;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::suggestion_menu)
};

QString idOf(const char *what)
{
    return QLatin1String("spelling.") + QLatin1String(what);
}

// An ampersand in a menu stands for a key.
QString shown(QString word)
{
    return word.replace(QLatin1Char('&'), QLatin1String("&&"));
}

// Where the word stands in its text, spelled just so.
QVector<TextMatch> places(const QTextCursor &misspelling, const QString &with)
{
    const TextSearch search{misspelling.selectedText(), true, true, false};
    return matchesIn(plainText(*misspelling.document()), search, with).value_or(QVector<TextMatch>());
}

// The same suggestions for all places, where there are several.
void addEverywhere(QMenu *menu, QAction *before, const QTextCursor &misspelling, const QStringList &words)
{
    const auto count = places(misspelling, {}).size();
    if (count < 2 || words.isEmpty())
        return;
    auto *everywhere = new QMenu(Words::tr("In all %Ln place(s) of this text", nullptr, pluralCount(count)), menu);
    everywhere->setObjectName(idOf("everywhere"));
    for (const QString &word : words.mid(0, mostSuggestions)) {
        QAction *action = everywhere->addAction(shown(word));
        QObject::connect(action, &QAction::triggered, menu,
                         [misspelling, word] { replaceAll(*misspelling.document(), places(misspelling, word)); });
    }
    menu->insertMenu(before, everywhere);
}

void fill(QMenu *menu, QAction *waiting, const QTextCursor &misspelling, const QStringList &words)
{
    waiting->setText(Words::tr("No suggestions"));
    waiting->setVisible(words.isEmpty());
    for (const QString &word : words.mid(0, mostSuggestions)) {
        auto *action = new QAction(shown(word), menu);
        action->setObjectName(idOf("suggestion"));
        QFont bold = menu->font();
        bold.setBold(true);
        action->setFont(bold);
        QObject::connect(action, &QAction::triggered, menu, [misspelling, word] {
            QTextCursor cursor = misspelling;
            cursor.insertText(word);
        });
        menu->insertAction(waiting, action);
    }
    addEverywhere(menu, waiting, misspelling, words);
}

} // namespace

void addSuggestions(QMenu *menu, const QTextCursor &misspelling, Speller &speller)
{
    const QString word = misspelling.selectedText();
    QAction *first = menu->actions().value(0);
    auto *waiting = new QAction(Words::tr("Looking for suggestions…"), menu);
    waiting->setObjectName(idOf("waiting"));
    waiting->setEnabled(false);
    auto *adding = new QAction(Words::tr("Add “%1” to the dictionary").arg(shown(word)), menu);
    adding->setObjectName(idOf("add"));
    QObject::connect(adding, &QAction::triggered, &speller, [word, &speller] { speller.checker().addWord(word); });
    menu->insertActions(first, {waiting, adding});
    menu->insertSeparator(first);
    QObject::connect(&speller.checker(), &spelling::BackgroundChecker::suggested, menu,
                     [menu, waiting, misspelling, word](const QString &of, const QStringList &words) {
                         if (of == word)
                             fill(menu, waiting, misspelling, words);
                     });
    speller.checker().requestSuggestions(word);
}

} // namespace ui
