#include "intake/forwarded.h"

#include "intake/folding.h"
#include "intake/letter_text.h"
#include "intake/mail_head.h"
#include "intake/written_date.h"

namespace intake {

namespace {

constexpr int mostForwards = 5; // within one another, that are looked through
constexpr qsizetype longestNote = 400;

// The line without `depth` marks of quotation; its own spaces stay.
QStringView unquoted(QStringView line, int depth)
{
    qsizetype at = 0;
    for (int i = 0; i < depth; ++i) {
        qsizetype mark = at;
        while (mark < line.size() && line.at(mark) == u' ')
            ++mark;
        if (mark >= line.size() || line.at(mark) != u'>')
            break;
        at = mark + 1;
    }
    return line.sliced(at > 0 && at < line.size() && line.at(at) == u' ' ? at + 1 : at);
}

struct Found {
    MailHead head;
    QString above; // words of the one who passed it on
    QString text;  // of the letter, with all that it quotes
};

// The text from line `from` on, raised out of the quotation that the head stands in; it ends where that ends.
QString textBehind(const QString &text, const QList<TextLine> &lines, qsizetype from, int depth)
{
    QString raised;
    for (qsizetype at = from; at < lines.size(); ++at) {
        const TextLine &line = lines.at(at);
        if (line.depth < depth && !line.isBlank())
            break;
        raised.append(unquoted(QStringView(text).sliced(line.begin, line.end - line.begin), depth));
    }
    return withoutBlankEdges(raised);
}

std::optional<Found> foundIn(const QString &text, const QString &subject)
{
    const QList<TextLine> lines = linesOf(text);
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const std::optional<MailHead> head = mailHeadAt(lines, at);
        if (!head || (head->marker != Marker::Forwarded && !isForwardSubject(subject, head->fromName)))
            continue;
        const int depth = lines.at(head->behind - 1).depth;
        return Found{*head, text.first(lines.at(at).begin), textBehind(text, lines, head->behind, depth)};
    }
    return std::nullopt;
}

} // namespace

std::optional<Forwarded> forwardedIn(const QString &text, const QString &subject)
{
    std::optional<Found> found = foundIn(text, subject);
    if (!found)
        return std::nullopt;
    for (int i = 0; i < mostForwards; ++i) {
        std::optional<Found> inner = foundIn(found->text, found->head.subject);
        if (!inner || !isMereNote(inner->above) || inner->text.isEmpty())
            break;
        found = std::move(inner);
    }
    if (found->text.isEmpty())
        return std::nullopt;
    const MailHead &head = found->head;
    return Forwarded{head.writer(), readWrittenDate(head.date), head.subject,
                     withoutFolds(found->text, foldsOf(found->text, head.subject))};
}

bool isMereNote(const QString &ownText)
{
    return ownText.simplified().size() <= longestNote;
}

} // namespace intake
