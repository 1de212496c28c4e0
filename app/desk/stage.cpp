#include "desk/stage.h"

#include <QCoreApplication>

#include <array>

namespace desk {

namespace {

template <typename Stage>
struct Row {
    Stage stage;
    QLatin1String name;
    const char *title;
};

constexpr const char *context = "desk::stage";

const std::array letterRows{
    Row<LetterStage>{LetterStage::New, QLatin1String("new"), QT_TRANSLATE_NOOP("desk::stage", "New")},
    Row<LetterStage>{LetterStage::Shortlisted, QLatin1String("shortlisted"),
                     QT_TRANSLATE_NOOP("desk::stage", "Shortlist")},
    Row<LetterStage>{LetterStage::Answering, QLatin1String("answering"), QT_TRANSLATE_NOOP("desk::stage", "Answering")},
    Row<LetterStage>{LetterStage::Answered, QLatin1String("answered"), QT_TRANSLATE_NOOP("desk::stage", "Answered")},
    Row<LetterStage>{LetterStage::Held, QLatin1String("held"), QT_TRANSLATE_NOOP("desk::stage", "Held")},
    Row<LetterStage>{LetterStage::Declined, QLatin1String("declined"), QT_TRANSLATE_NOOP("desk::stage", "Declined")},
    Row<LetterStage>{LetterStage::NotALetter, QLatin1String("not a letter"),
                     QT_TRANSLATE_NOOP("desk::stage", "Not a letter")},
};

const std::array articleRows{
    Row<ArticleStage>{ArticleStage::Draft, QLatin1String("draft"), QT_TRANSLATE_NOOP("desk::stage", "Draft")},
    Row<ArticleStage>{ArticleStage::InReview, QLatin1String("in review"),
                      QT_TRANSLATE_NOOP("desk::stage", "In review")},
    Row<ArticleStage>{ArticleStage::Approved, QLatin1String("approved"), QT_TRANSLATE_NOOP("desk::stage", "Approved")},
    Row<ArticleStage>{ArticleStage::Withdrawn, QLatin1String("withdrawn"),
                      QT_TRANSLATE_NOOP("desk::stage", "Withdrawn")},
};

constexpr std::array letterOrder{LetterStage::New,       LetterStage::Shortlisted, LetterStage::Answering,
                                 LetterStage::Answered,  LetterStage::Held,        LetterStage::Declined,
                                 LetterStage::NotALetter};
constexpr std::array articleOrder{ArticleStage::Draft, ArticleStage::InReview, ArticleStage::Approved,
                                  ArticleStage::Withdrawn};

template <typename Rows, typename Stage>
const auto &rowOf(const Rows &rows, Stage stage)
{
    return rows.at(static_cast<std::size_t>(stage));
}

template <typename Rows>
auto stageNamed(const Rows &rows, QString name) -> std::optional<decltype(rows.front().stage)>
{
    name = name.toLower().replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    for (const auto &row : rows) {
        if (row.name == name.simplified())
            return row.stage;
    }
    return std::nullopt;
}

} // namespace

std::span<const LetterStage> letterStages()
{
    return letterOrder;
}

std::span<const ArticleStage> articleStages()
{
    return articleOrder;
}

QString name(LetterStage stage)
{
    return rowOf(letterRows, stage).name;
}

QString name(ArticleStage stage)
{
    return rowOf(articleRows, stage).name;
}

std::optional<LetterStage> letterStageNamed(const QString &name)
{
    return stageNamed(letterRows, name);
}

std::optional<ArticleStage> articleStageNamed(const QString &name)
{
    return stageNamed(articleRows, name);
}

QString title(LetterStage stage)
{
    return QCoreApplication::translate(context, rowOf(letterRows, stage).title);
}

QString title(ArticleStage stage)
{
    return QCoreApplication::translate(context, rowOf(articleRows, stage).title);
}

} // namespace desk
