#include "ui/draft_json.h"

namespace ui {

namespace {

template <typename Draft, typename Spot>
bool hasTyped(editorial::Desk &desk, const Spot &place, const QJsonObject &json)
{
    const auto kept = readDraft(desk, place);
    return kept && isOnDesk(typedFrom<Draft>(json).mine, kept->draft);
}

} // namespace

QJsonObject toJson(const HeadDraft &draft)
{
    return {{QStringLiteral("title"), draft.title},
            {QStringLiteral("slug"), draft.slug},
            {QStringLiteral("summary"), draft.summary},
            {QStringLiteral("publishOn"), draft.publishOn.toString(Qt::ISODateWithMs)}};
}

QJsonObject toJson(const LetterDraft &draft)
{
    return {{QStringLiteral("edited"), draft.edited},
            {QStringLiteral("signature"), draft.signature},
            {QStringLiteral("place"), draft.place},
            {QStringLiteral("subject"), draft.subject}};
}

QJsonObject toJson(const AnswerDraft &draft)
{
    return {{QStringLiteral("text"), draft.text}};
}

void fromJson(const QJsonObject &json, HeadDraft &draft)
{
    draft = {json.value(QLatin1String("title")).toString(), json.value(QLatin1String("slug")).toString(),
             json.value(QLatin1String("summary")).toString(),
             QDateTime::fromString(json.value(QLatin1String("publishOn")).toString(), Qt::ISODateWithMs)};
}

void fromJson(const QJsonObject &json, LetterDraft &draft)
{
    draft = {json.value(QLatin1String("edited")).toString(), json.value(QLatin1String("signature")).toString(),
             json.value(QLatin1String("place")).toString(), json.value(QLatin1String("subject")).toString()};
}

void fromJson(const QJsonObject &json, AnswerDraft &draft)
{
    draft = {json.value(QLatin1String("text")).toString()};
}

QString nameOf(const HeadSpot &place)
{
    return QLatin1String("head/") + place.article.toString();
}

QString nameOf(const LetterSpot &place)
{
    return QLatin1String("letter/") + place.letter.toString();
}

QString nameOf(const AnswerSpot &place)
{
    return QLatin1String("answer/") + place.article.toString() + QLatin1Char('/') + place.answer.toString();
}

bool isOnDesk(editorial::Desk &desk, const JournalEntry &entry)
{
    const QStringList name = entry.text.split(QLatin1Char('/'));
    const auto key = [&name](qsizetype part) {
        return QUuid::fromString(name.value(part));
    };
    if (name.first() == QLatin1String("head"))
        return hasTyped<HeadDraft>(desk, HeadSpot{desk::ArticleId(key(1))}, entry.typed);
    if (name.first() == QLatin1String("letter"))
        return hasTyped<LetterDraft>(desk, LetterSpot{desk::LetterId(key(1))}, entry.typed);
    return hasTyped<AnswerDraft>(desk, AnswerSpot{desk::ArticleId(key(1)), desk::AnswerId(key(2)), {}}, entry.typed);
}

} // namespace ui
