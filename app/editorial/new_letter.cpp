#include "editorial/new_letter.h"

#include "base/text.h"
#include "desk/fingerprint.h"
#include "editorial/masthead.h"
#include "editorial/reception.h"
#include "intake/html_text.h"
#include "intake/plain_text.h"
#include "storage/desk_file.h"
#include "storage/letter_store.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::new_letter)
};

constexpr qsizetype longestSubject = 60; // characters, of one that is only offered

QString readableText(const QString &text, const QString &html)
{
    const QString seen = html.isEmpty() ? QString() : intake::htmlToText(html).text;
    return seen.trimmed().isEmpty() ? text : seen;
}

// The first line that is no salutation.
QString firstLine(const QString &text)
{
    const QList<QStringView> lines = QStringView(text).split(u'\n', Qt::SkipEmptyParts);
    for (const QStringView line : lines) {
        const QStringView words = line.trimmed();
        if (!words.isEmpty() && !words.endsWith(u',') && !words.endsWith(u':'))
            return base::excerpt(words, longestSubject);
    }
    return {};
}

base::Result<QDateTime> receivedOn(Desk &desk, const QDate &day)
{
    const auto head = masthead(desk);
    if (!head)
        return head.error();
    const QTimeZone named(head->timeZone.toLatin1());
    const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
    const QDateTime now = desk.clock().now();
    return day.isValid() && day != now.toTimeZone(zone).date() ? day.startOfDay(zone).toUTC() : now;
}

// Without blank lines around it.
QString lettersText(const QString &text)
{
    const QStringList lines = base::withUnixLineEnds(text).split(u'\n');
    qsizetype first = 0;
    qsizetype last = lines.size();
    while (first < last && lines.at(first).trimmed().isEmpty())
        ++first;
    while (last > first && lines.at(last - 1).trimmed().isEmpty())
        --last;
    return lines.mid(first, last - first).join(u'\n');
}

base::Error knownAlready(Desk &desk, const QString &text)
{
    const auto known = desk.file().letters().known(desk::fingerprint(text), {});
    if (!known)
        return known.error();
    const auto letter = *known ? desk.file().letters().letter(**known) : base::Result<desk::Letter>(desk::Letter());
    if (!letter)
        return letter.error();
    return {base::Error::Kind::Unusable,
            Words::tr("These words are on the desk already: they are letter %1.").arg(letter->number)};
}

} // namespace

base::Result<NewLetter> offeredLetter(const QString &text, const QString &html)
{
    const QString readable = readableText(text, html);
    if (readable.trimmed().isEmpty())
        return NewLetter{};
    const auto read = intake::readText(readable.toUtf8(), Words::tr("What was pasted"));
    if (!read)
        return read.error();
    NewLetter letter;
    letter.text = read->text;
    letter.signature = read->signature;
    letter.subject = read->subject.isEmpty() ? firstLine(read->text) : read->subject;
    letter.raw = html.isEmpty() ? text.toUtf8() : html.toUtf8();
    return letter;
}

base::Result<desk::LetterId> newLetter(Desk &desk, const NewLetter &letter)
{
    const auto received = receivedOn(desk, letter.day);
    if (!received)
        return received.error();
    intake::IncomingLetter incoming;
    incoming.text = lettersText(letter.text);
    if (incoming.text.isEmpty())
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("There is no letter yet. Type or paste its words first.")};
    incoming.subject = letter.subject.simplified();
    incoming.received = *received;
    incoming.sender = {letter.name.simplified(), letter.address.trimmed()};
    incoming.raw = letter.raw;
    incoming.channel = QStringLiteral("text");
    incoming.signature = letter.signature.simplified();
    incoming.place = letter.place.simplified();
    Reception reception(desk);
    const auto taken = reception.take(incoming);
    if (!taken)
        return taken.error();
    if (!taken->isNew)
        return knownAlready(desk, incoming.text);
    if (const auto committed = reception.commit(); !committed)
        return committed.error();
    desk.noteChange(Area::Letters);
    return taken->letter;
}

} // namespace editorial
