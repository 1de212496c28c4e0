#include "editorial/archive_page.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace editorial {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_page)
};

const QString fence = QStringLiteral("---");
const QString endMarker = QStringLiteral("<!-- /postbag -->");

// YAML 1.2.2, 5.1; of the rest those that YAML 1.1 takes for line ends, and the byte order mark.
bool isPrinted(QChar c)
{
    const ushort u = c.unicode();
    return u >= 0x20 && u != 0x7f && (u < 0x80 || u > 0x9f) && u != 0x2028 && u != 0x2029 && u != 0xfeff && u < 0xfffe;
}

QString quotedScalar(const QString &text)
{
    QString scalar(QLatin1Char('"'));
    for (const QChar c : text) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            scalar += QLatin1Char('\\') % c;
        else if (c == QLatin1Char('\n'))
            scalar += QLatin1String("\\n");
        else if (isPrinted(c))
            scalar += c;
        else
            scalar += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return scalar + QLatin1Char('"');
}

// Whether an address and ">" stand here: what Markdown takes for a link and nothing takes for HTML.
bool isAddress(QStringView rest)
{
    if (!rest.startsWith(u"https://") && !rest.startsWith(u"http://") && !rest.startsWith(u"mailto:"))
        return false;
    const auto end =
        std::ranges::find_if(rest, [](QChar c) { return c.isSpace() || QStringView(u"<>\"'").contains(c); });
    return end != rest.end() && *end == QLatin1Char('>');
}

// The character at this place, where it must not stand as it is; the contexts are those that begin something.
QLatin1String entityAt(const QString &text, qsizetype at)
{
    const auto before = [&](qsizetype back) {
        return at >= back ? text.at(at - back) : QChar();
    };
    const bool inBraces = before(1) == QLatin1Char('{') && before(2) == QLatin1Char('{');
    if (text.at(at) == QLatin1Char('<')) {
        const QChar next = at + 1 < text.size() ? text.at(at + 1) : QChar();
        const bool begins = next.isLetter() || QStringLiteral("/!?").contains(next);
        return inBraces || (begins && !isAddress(QStringView(text).sliced(at + 1))) ? QLatin1String("&lt;")
                                                                                    : QLatin1String();
    }
    if (text.at(at) == QLatin1Char('%') && inBraces)
        return QLatin1String("&#37;");
    if (text.at(at) == QLatin1Char(':') && before(1) == QLatin1Char('{'))
        return QLatin1String("&#58;");
    return {};
}

// What quoted() puts in, and what of the text itself looks like it.
const QRegularExpression &entities()
{
    static const QRegularExpression form(QStringLiteral("&((?:amp;)*+)(lt|#37|#58);"));
    return form;
}

// Where the front matter ends that begins with the first line; -1: nowhere.
qsizetype fenceBelow(const QStringList &lines)
{
    for (qsizetype at = 1; at < lines.size(); ++at) {
        if (lines.at(at).trimmed() == fence)
            return at;
    }
    return -1;
}

// A marker's name, or nothing where the line is none.
QString markerIn(const QString &line)
{
    static const QRegularExpression form(QStringLiteral("^<!-- postbag:([a-z]+(?: [0-9a-f-]+)?) -->[ \\t]*$"));
    return form.match(line).captured(1);
}

// What stands between two markers, without the empty lines that set it apart.
QString between(const QStringList &lines, qsizetype from, qsizetype to)
{
    QString text = lines.mid(from, to - from).join(QLatin1Char('\n'));
    if (from < to)
        text += QLatin1Char('\n');
    if (text.startsWith(QLatin1Char('\n')))
        text.remove(0, 1);
    for (int times = 0; times < 2 && text.endsWith(QLatin1Char('\n')); ++times)
        text.chop(1);
    return unquoted(text);
}

Result<QList<ArchiveSection>> sectionsIn(const QString &file, const QStringList &lines, qsizetype from)
{
    QList<ArchiveSection> sections;
    qsizetype open = -1;
    QString name;
    for (qsizetype at = from; at < lines.size(); ++at) {
        const bool isEnd = lines.at(at).trimmed() == endMarker;
        const QString marker = isEnd ? QString() : markerIn(lines.at(at));
        if (!isEnd && marker.isEmpty())
            continue;
        if (isEnd == (open < 0))
            return archiveFault(file, static_cast<int>(at) + 1,
                                isEnd ? Words::tr("There is no line above it at which the text begins.")
                                      : Words::tr("The text above it lacks its last line, “%1”.").arg(endMarker));
        if (isEnd)
            sections.append({name, between(lines, open + 1, at), static_cast<int>(open) + 1});
        open = isEnd ? -1 : at;
        name = marker;
    }
    if (open >= 0)
        return archiveFault(file, static_cast<int>(open) + 1,
                            Words::tr("The text that begins here lacks its last line, “%1”.").arg(endMarker));
    return sections;
}

} // namespace

Error archiveFault(const QString &file, int line, const QString &what)
{
    return {Error::Kind::Damaged, line > 0 ? Words::tr("%1, line %2: %3").arg(file).arg(line).arg(what)
                                           : Words::tr("%1: %2").arg(file, what)};
}

QString yamlOf(const QJsonValue &value)
{
    QStringList parts;
    switch (value.type()) {
    case QJsonValue::String:
        return quotedScalar(value.toString());
    case QJsonValue::Array:
        for (const QJsonValue each : value.toArray())
            parts.append(yamlOf(each));
        return QLatin1Char('[') + parts.join(QLatin1String(", ")) + QLatin1Char(']');
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            parts.append(quotedScalar(each.key()) + QLatin1String(": ") + yamlOf(each.value()));
        return QLatin1Char('{') + parts.join(QLatin1String(", ")) + QLatin1Char('}');
    }
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return QString::number(value.toInteger());
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("null");
}

void FrontMatter::add(QLatin1String key, const QJsonValue &value)
{
    if (value.isUndefined())
        return;
    m_keys.append(key);
    m_entries.insert(key, {yamlOf(value), 0});
}

QString FrontMatter::text() const
{
    QString lines = fence + QLatin1Char('\n');
    for (const QString &key : m_keys)
        lines += key + QLatin1String(": ") + m_entries.value(key).written + QLatin1Char('\n');
    return lines + fence + QLatin1Char('\n');
}

Result<FrontMatter> FrontMatter::read(const QString &file, const QStringList &lines)
{
    static const QRegularExpression form(QStringLiteral("^([A-Za-z_][A-Za-z0-9_-]*):(?:[ \\t]+(.*))?$"));
    FrontMatter head;
    head.m_file = file;
    if (lines.value(0).trimmed() != fence)
        return archiveFault(file, 1, Words::tr("The file must begin with front matter, behind a line “---”."));
    const qsizetype end = fenceBelow(lines);
    if (end < 0)
        return archiveFault(file, 1, Words::tr("The front matter lacks its last line, “---”."));
    for (qsizetype at = 1; at < end; ++at) {
        const auto match = form.match(lines.at(at));
        if (!match.hasMatch())
            continue;
        const QString key = match.captured(1);
        if (head.m_entries.contains(key))
            return archiveFault(file, static_cast<int>(at) + 1,
                                Words::tr("“%1” stands twice. Take one of them away.").arg(key));
        head.m_keys.append(key);
        head.m_entries.insert(key, {match.captured(2).trimmed(), static_cast<int>(at) + 1});
    }
    return head;
}

Result<QJsonValue> FrontMatter::value(QLatin1String key) const
{
    const auto entry = m_entries.constFind(key);
    if (entry == m_entries.constEnd())
        return QJsonValue(QJsonValue::Undefined);
    const QJsonArray array =
        QJsonDocument::fromJson(QString(QLatin1Char('[') % entry->written % QLatin1Char(']')).toUtf8()).array();
    if (array.size() != 1)
        return archiveFault(
            m_file, entry->line,
            Words::tr("The value of “%1” cannot be read. Write it as in JSON: a text in quotation marks, "
                      "several as [\"one\", \"two\"].")
                .arg(key));
    return array.first();
}

QString quoted(const QString &text)
{
    QString safe = text;
    safe.replace(entities(), QStringLiteral("&amp;\\1\\2;"));
    QString written;
    written.reserve(safe.size());
    for (qsizetype at = 0; at < safe.size(); ++at) {
        const QChar c = safe.at(at);
        const bool mayBegin = c == QLatin1Char('<') || c == QLatin1Char('%') || c == QLatin1Char(':');
        const QLatin1String entity = mayBegin ? entityAt(safe, at) : QLatin1String();
        if (entity.isEmpty())
            written += c;
        else
            written += entity;
    }
    return written;
}

QString unquoted(const QString &text)
{
    QString read;
    read.reserve(text.size());
    qsizetype from = 0;
    auto found = entities().globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        read += QStringView(text).mid(from, match.capturedStart() - from);
        const QString which = match.captured(2);
        if (match.capturedLength(1) > 0)
            read += QLatin1Char('&') % match.captured(1).mid(4) % which % QLatin1Char(';');
        else
            read += which == QLatin1String("lt")    ? QLatin1Char('<')
                    : which == QLatin1String("#37") ? QLatin1Char('%')
                                                    : QLatin1Char(':');
        from = match.capturedEnd();
    }
    return read + QStringView(text).mid(from);
}

QString sectionLines(const QString &name, const QString &text)
{
    return QLatin1String("<!-- postbag:") + name + QLatin1String(" -->\n\n") + quoted(text) + QLatin1String("\n\n") +
           endMarker + QLatin1Char('\n');
}

const ArchiveSection *ArchivePage::section(const QString &name) const
{
    const auto found = std::ranges::find(sections, name, &ArchiveSection::name);
    return found == sections.end() ? nullptr : &*found;
}

// An editor of Windows turns the line ends of a whole file; the first one tells.
Result<ArchivePage> ArchivePage::read(const QString &file, const QByteArray &bytes)
{
    if (!QUtf8StringView(bytes.constData(), bytes.size()).isValidUtf8())
        return archiveFault(file, 0, Words::tr("The file is not UTF-8. Save it as UTF-8 and try again."));
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(0xfeff)))
        text.remove(0, 1);
    if (text.startsWith(fence + QLatin1String("\r\n")))
        text = base::withUnixLineEnds(text);
    const QStringList lines = text.split(QLatin1Char('\n'));
    const Result<FrontMatter> head = FrontMatter::read(file, lines);
    if (!head)
        return head.error();
    const Result<QList<ArchiveSection>> sections = sectionsIn(file, lines, fenceBelow(lines) + 1);
    if (!sections)
        return sections.error();
    return ArchivePage{*head, *sections};
}

} // namespace editorial
