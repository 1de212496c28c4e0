// Letters of an open archive. See archive_records.h.
#include "editorial/archive_field.h"
#include "editorial/archive_file_field.h"
#include "editorial/archive_records.h"
#include "editorial/archive_shown.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>
#include <utility>

namespace editorial {

namespace {

using desk::Consent;
using desk::Forwarding;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_letter)
};

const QString originalSection = QStringLiteral("original");
const QString textSection = QStringLiteral("text");

constexpr std::array consents{std::pair{Consent::Given, QLatin1String("given")},
                              std::pair{Consent::Refused, QLatin1String("refused")}};
constexpr std::array decisions{std::pair{Forwarding::Decision::Open, QLatin1String("open")},
                               std::pair{Forwarding::Decision::Taken, QLatin1String("taken")},
                               std::pair{Forwarding::Decision::Kept, QLatin1String("kept")}};

bool takeStage(desk::LetterStage &stage, const QJsonValue &value)
{
    const auto named = desk::letterStageNamed(value.toString());
    stage = named.value_or(stage);
    return named.has_value();
}

const std::array forwardingFields{
    ArchiveField<Forwarding>{
        QLatin1String("decision"), [](const Forwarding &record) { return nameIn(decisions, record.decision); },
        [](Forwarding &record, const QJsonValue &value) { return takeNamed(decisions, record.decision, value); }, true},
    ifAny<Forwarding, &Forwarding::other>(QLatin1String("other")),
    plain<Forwarding, &Forwarding::subject>(QLatin1String("subject")),
    plain<Forwarding, &Forwarding::text>(QLatin1String("text")),
};

QJsonValue forwardingOf(const ArchivedLetter &record)
{
    return record.forwarding ? QJsonValue(objectOf<Forwarding>(*record.forwarding, forwardingFields))
                             : QJsonValue(QJsonValue::Undefined);
}

bool takeForwarding(ArchivedLetter &record, const QJsonValue &value)
{
    const auto read = fromJson<Forwarding>(forwardingFields, value.toObject(), {});
    if (!read)
        return false;
    record.forwarding = *read;
    return true;
}

using Record = ArchivedLetter;
using Field = ArchiveField<Record>;
using Key = QLatin1String;

template <auto Member>
Field ofLetter(Key key)
{
    return ifAny<Record, &Record::letter, Member>(key);
}

const std::array fields{
    plain<Record, &Record::letter, &desk::Letter::subject>(Key("title")),
    Field{Key("date"), [](const Record &record) { return shownMoment(record.letter.received, record.zone); },
          takeAt<Record, &Record::letter, &desk::Letter::received>},
    ifAny<Record, &Record::tags>(Key("tags")),
    constant<Record, true>(Key("draft")),
    constant<Record, false>(Key("published")),
    constant<Record, false>(Key("render_with_liquid")),
    needed<Record, &Record::letter, &desk::Letter::id>(Key("postbag_letter")),
    Field{Key("postbag_stage"), [](const Record &record) { return QJsonValue(desk::name(record.letter.stage)); },
          [](Record &record, const QJsonValue &value) { return takeStage(record.letter.stage, value); }, true},
    ofLetter<&desk::Letter::heldUntil>(Key("postbag_held_until")),
    ofLetter<&desk::Letter::unread>(Key("postbag_unread")),
    ofLetter<&desk::Letter::signature>(Key("postbag_signature")),
    ofLetter<&desk::Letter::place>(Key("postbag_place")),
    ofLetter<&desk::Letter::channel>(Key("postbag_channel")),
    ofLetter<&desk::Letter::correspondent>(Key("postbag_correspondent")),
    ofLetter<&desk::Letter::fingerprint>(Key("postbag_fingerprint")),
    ofLetter<&desk::Letter::messageKey>(Key("postbag_message_key")),
    ifAny<Record, &Record::references>(Key("postbag_references")),
    ifAny<Record, &Record::follows>(Key("postbag_follows")),
    Field{Key("postbag_consent"), [](const Record &record) { return nameIn(consents, record.letter.consent); },
          [](Record &record, const QJsonValue &value) {
              return takeNamed(consents, record.letter.consent, value);
          }},
    ofLetter<&desk::Letter::needsAttention>(Key("postbag_needs_attention")),
    ofLetter<&desk::Letter::notice>(Key("postbag_notice")),
    Field{Key("postbag_forwarding"), forwardingOf, takeForwarding},
    filesField<Record>(),
};

} // namespace

QByteArray pageOf(const ArchivedLetter &letter)
{
    QString page = frontMatterOf<ArchivedLetter>(letter, fields).text() + QLatin1Char('\n');
    if (!letter.isPrinted && letter.letter.edited != letter.letter.original)
        page += sectionLines(textSection, letter.letter.edited) + QLatin1Char('\n');
    page += sectionLines(originalSection, letter.letter.original);
    return page.toUtf8();
}

base::Result<ArchivedLetter> letterIn(const QString &file, qint64 number, const QByteArray &bytes)
{
    if (number > highestArchivedNumber)
        return archiveFault(file, 0, Words::tr("The number of the letter is too high."));
    const auto page = ArchivePage::read(file, bytes);
    if (!page)
        return page.error();
    ArchivedLetter letter;
    letter.letter.unread = false;
    letter.letter.number = number;
    if (const auto read = readFields<ArchivedLetter>(letter, fields, file, page->head); !read)
        return read.error();
    letter.tagsLine = page->head.lineOf(QLatin1String("tags"));
    const ArchiveSection *original = page->section(originalSection);
    if (!original)
        return archiveFault(file, 0,
                            Words::tr("The text as it came is missing: a line “%1”, and the text below it.")
                                .arg(QLatin1String("<!-- postbag:original -->")));
    const ArchiveSection *text = page->section(textSection);
    letter.letter.original = original->text;
    letter.letter.edited = text ? text->text : original->text;
    return letter;
}

} // namespace editorial
