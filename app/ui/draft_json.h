// Drafts as they stand in the journal. Pure, any thread.
#pragma once

#include "ui/drafts.h"
#include "ui/journal.h"

#include <QJsonObject>

#include <optional>

namespace ui {

[[nodiscard]] QJsonObject toJson(const HeadDraft &draft);
[[nodiscard]] QJsonObject toJson(const LetterDraft &draft);
[[nodiscard]] QJsonObject toJson(const AnswerDraft &draft);
void fromJson(const QJsonObject &json, HeadDraft &draft);
void fromJson(const QJsonObject &json, LetterDraft &draft);
void fromJson(const QJsonObject &json, AnswerDraft &draft);

// What was typed, what the desk had when the typing began, and what was sent to the desk without an answer yet.
template <typename Draft>
struct Typed {
    Draft mine;
    Kept<Draft> base;
    std::optional<Draft> sent = {};
};
template <typename Draft>
[[nodiscard]] QJsonObject toJson(const Typed<Draft> &typed)
{
    QJsonObject json{{QStringLiteral("mine"), toJson(typed.mine)},
                     {QStringLiteral("base"), toJson(typed.base.draft)},
                     {QStringLiteral("version"), typed.base.version}};
    if (typed.sent)
        json.insert(QStringLiteral("sent"), toJson(*typed.sent));
    return json;
}
template <typename Draft>
[[nodiscard]] Typed<Draft> typedFrom(const QJsonObject &json)
{
    Typed<Draft> typed;
    fromJson(json.value(QLatin1String("mine")).toObject(), typed.mine);
    fromJson(json.value(QLatin1String("base")).toObject(), typed.base.draft);
    typed.base.version = json.value(QLatin1String("version")).toInteger();
    if (json.contains(QLatin1String("sent")))
        fromJson(json.value(QLatin1String("sent")).toObject(), typed.sent.emplace());
    return typed;
}

// Names the text on its desk.
[[nodiscard]] QString nameOf(const HeadSpot &place);
[[nodiscard]] QString nameOf(const LetterSpot &place);
[[nodiscard]] QString nameOf(const AnswerSpot &place);
// Whether the desk has what this entry says was typed. On the desk's thread.
[[nodiscard]] bool isOnDesk(editorial::Desk &desk, const JournalEntry &entry);

} // namespace ui
