// Articles of an open archive. See archive_records.h.
#include "editorial/archive_field.h"
#include "editorial/archive_records.h"
#include "editorial/archive_shown.h"
#include "site/address.h"

#include "desk/paths.h"

#include <QCoreApplication>

#include <QHash>

#include <algorithm>
#include <array>

namespace editorial {

namespace {

using base::Result;
using desk::Article;
using storage::StoredArticle;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_article)
};

const QString letterMark = QStringLiteral("letter ");
const QString answerMark = QStringLiteral("answer ");
const QString attachmentScheme = QStringLiteral("attachment:");
constexpr qsizetype longestTarget = 200; // characters of the address of a link

using Record = ArchivedArticle;
using Field = ArchiveField<Record>;
using Key = QLatin1String;

template <auto Member>
Field ofArticle(Key key)
{
    return ifAny<Record, &Record::stored, &StoredArticle::article, Member>(key);
}

bool takeSlug(Record &record, const QJsonValue &value)
{
    QString &slug = record.stored.article.slug;
    if (!take(slug, value))
        return false;
    const auto accepted = desk::acceptSlug(slug);
    return accepted && *accepted == slug;
}

bool takeNumber(Record &record, const QJsonValue &value)
{
    return take(record.stored.number, value) && record.stored.number <= highestArchivedNumber;
}

bool takePath(Record &record, const QJsonValue &value)
{
    return take(record.stored.article.path, value) && site::fileOf(record.stored.article.path).has_value();
}

bool takeStage(Record &record, const QJsonValue &value)
{
    const auto named = desk::articleStageNamed(value.toString());
    record.stored.article.stage = named.value_or(record.stored.article.stage);
    return named.has_value();
}

QJsonValue addressOf(const Record &record)
{
    return record.address.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                    : QJsonValue(QString(QLatin1Char('/') + record.address));
}

QJsonValue enclosuresOf(const Record &record)
{
    QJsonObject object;
    for (auto each = record.enclosures.begin(); each != record.enclosures.end(); ++each)
        object.insert(each.key(), each.value());
    return object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(object);
}

bool takeEnclosures(Record &record, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        const qsizetype length = each.value().toString().size();
        if (length == 0 || length > longestTarget || each.key().size() > longestTarget)
            return false;
        record.enclosures.insert(each.key(), each.value().toString());
    }
    return value.isObject();
}

// Hugo makes a page at each of them that leads on.
QJsonValue aliasesOf(const Record &record)
{
    QStringList addresses;
    for (const QString &path : record.redirects)
        addresses.append(QLatin1Char('/') + path);
    return unlessEmpty(addresses);
}

bool takeRedirects(Record &record, const QJsonValue &value)
{
    return take(record.redirects, value) &&
           std::ranges::all_of(record.redirects, [](const QString &path) { return site::fileOf(path).has_value(); });
}

const std::array fields{
    plain<Record, &Record::stored, &StoredArticle::article, &Article::title>(Key("title")),
    Field{Key("date"), [](const Record &record) { return shownMoment(record.stored.article.publishOn, record.zone); },
          takeAt<Record, &Record::stored, &StoredArticle::article, &Article::publishOn>},
    Field{Key("slug"), [](const Record &record) { return unlessEmpty(record.stored.article.slug); }, takeSlug},
    Field{Key("url"), addressOf},
    Field{Key("permalink"), addressOf},
    Field{Key("aliases"), aliasesOf},
    ifAny<Record, &Record::tags>(Key("tags")),
    ofArticle<&Article::summary>(Key("description")),
    Field{Key("draft"),
          [](const Record &record) {
              return unlessEmpty(!record.goesOut);
          }},
    Field{Key("published"),
          [](const Record &record) {
              return record.goesOut ? QJsonValue(QJsonValue::Undefined) : QJsonValue(false);
          }},
    constant<Record, false>(Key("render_with_liquid")),
    needed<Record, &Record::stored, &StoredArticle::article, &Article::id>(Key("postbag_article")),
    Field{Key("postbag_stage"),
          [](const Record &record) { return QJsonValue(desk::name(record.stored.article.stage)); }, takeStage, true},
    Field{Key("postbag_number"), [](const Record &record) { return unlessEmpty(record.stored.number); }, takeNumber},
    Field{Key("postbag_path"), [](const Record &record) { return unlessEmpty(record.stored.article.path); }, takePath},
    Field{Key("postbag_redirects"), [](const Record &record) { return unlessEmpty(record.redirects); }, takeRedirects},
    ofArticle<&Article::author>(Key("postbag_author")),
    ofArticle<&Article::published>(Key("postbag_published")),
    ifAny<Record, &Record::stored, &StoredArticle::created>(Key("postbag_created")),
    ifAny<Record, &Record::stored, &StoredArticle::modified>(Key("postbag_modified")),
    Field{Key("postbag_enclosures"), enclosuresOf, takeEnclosures},
};

// Addresses that the text has by itself must not become those of attachments when it is read.
QMap<QString, QString> withoutClashes(const ArchivedArticle &article)
{
    QMap<QString, QString> safe = article.enclosures;
    for (const ArchivedPiece &piece : article.pieces) {
        for (auto each = safe.begin(); each != safe.end();) {
            const QString link = QLatin1String("](") + each.value() + QLatin1Char(')');
            const bool clashes = piece.text.contains(link) || piece.answerText.contains(link);
            each = clashes ? safe.erase(each) : std::next(each);
        }
    }
    return safe;
}

// The text with other targets for the links that `targets` names. Looks at each place of the text once.
QString relinked(const QString &text, const QHash<QString, QString> &targets)
{
    const QLatin1String opening("](");
    QString changed;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(opening); at >= 0 && !targets.isEmpty(); at = text.indexOf(opening, at + 1)) {
        const QStringView rest = QStringView(text).mid(at + opening.size(), longestTarget + 1);
        const auto target = targets.constFind(rest.first(qMax(rest.indexOf(u')'), qsizetype(0))).toString());
        if (target == targets.constEnd())
            continue;
        const qsizetype start = at + opening.size();
        changed += QStringView(text).mid(from, start - from) + *target;
        from = start + target.key().size();
    }
    return changed + QStringView(text).mid(from);
}

QString withAddresses(const QString &text, const QMap<QString, QString> &enclosures)
{
    QHash<QString, QString> targets;
    for (auto each = enclosures.begin(); each != enclosures.end(); ++each)
        targets.insert(attachmentScheme + each.key(), each.value());
    return relinked(text, targets);
}

QString withAttachments(const QString &text, const QMap<QString, QString> &enclosures)
{
    QHash<QString, QString> targets;
    for (auto each = enclosures.begin(); each != enclosures.end(); ++each)
        targets.insert(each.value(), attachmentScheme + each.key());
    return relinked(text, targets);
}

QString heading(const QString &label)
{
    return label.trimmed().isEmpty() ? QString()
                                     : QString(QLatin1String("\n## ") + plainMarkdown(label) + QLatin1Char('\n'));
}

QString signatureLine(const ArchivedPiece &piece)
{
    QStringList parts{piece.signature, piece.place};
    parts.removeAll(QString());
    return parts.isEmpty()
               ? QString()
               : QString(QStringLiteral("\n— ") + plainMarkdown(parts.join(QLatin1String(", "))) + QLatin1Char('\n'));
}

QString linesOf(const ArchivedArticle &article, const ArchivedPiece &piece)
{
    return heading(article.letterLabel) + QLatin1Char('\n') +
           sectionLines(letterMark + QString::number(piece.letter), withAddresses(piece.text, article.enclosures)) +
           signatureLine(piece) + heading(article.answerLabel) + QLatin1Char('\n') +
           sectionLines(answerMark + piece.answer.toString(), withAddresses(piece.answerText, article.enclosures));
}

Result<ArchivedPiece> pieceIn(const QString &file, const ArchiveSection &letter, const ArchiveSection *answer)
{
    ArchivedPiece piece;
    piece.line = letter.line;
    piece.letter = letter.name.startsWith(letterMark) ? letter.name.mid(letterMark.size()).toLongLong() : 0;
    if (piece.letter <= 0)
        return archiveFault(
            file, letter.line,
            Words::tr("Here a letter is due, “%1”.").arg(QLatin1String("<!-- postbag:letter NUMBER -->")));
    if (answer && answer->name.startsWith(answerMark))
        piece.answer = desk::AnswerId::fromString(answer->name.mid(answerMark.size()));
    if (piece.answer.isNull())
        return archiveFault(
            file, answer ? answer->line : letter.line,
            Words::tr("The letter lacks its answer, “%1”.").arg(QLatin1String("<!-- postbag:answer ID -->")));
    piece.text = letter.text;
    piece.answerText = answer->text;
    return piece;
}

} // namespace

QByteArray pageOf(const ArchivedArticle &article)
{
    ArchivedArticle shown = article;
    shown.enclosures = withoutClashes(article);
    QString page = frontMatterOf<ArchivedArticle>(shown, fields).text();
    for (const ArchivedPiece &piece : article.pieces)
        page += linesOf(shown, piece);
    return page.toUtf8();
}

Result<ArchivedArticle> articleIn(const QString &file, const QByteArray &bytes)
{
    const auto page = ArchivePage::read(file, bytes);
    if (!page)
        return page.error();
    ArchivedArticle article;
    if (const auto read = readFields<ArchivedArticle>(article, fields, file, page->head); !read)
        return read.error();
    article.tagsLine = page->head.lineOf(QLatin1String("tags"));
    const QList<ArchiveSection> &sections = page->sections;
    for (qsizetype at = 0; at < sections.size(); at += 2) {
        auto piece = pieceIn(file, sections.at(at), at + 1 < sections.size() ? &sections.at(at + 1) : nullptr);
        if (!piece)
            return piece.error();
        piece->text = withAttachments(piece->text, article.enclosures);
        piece->answerText = withAttachments(piece->answerText, article.enclosures);
        article.pieces.append(*piece);
    }
    return article;
}

} // namespace editorial
