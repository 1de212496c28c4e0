#include "cli/desk_commands.h"

#include "cli/invocation.h"
#include "cli/table.h"
#include "cli/text_source.h"
#include "editorial/keeping.h"
#include "editorial/masthead.h"
#include "editorial/sample_desk.h"
#include "editorial/spelling_report.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::desk_commands)
};

constexpr QLatin1String columnKey("column.name");
constexpr QLatin1String languageKey("column.language");

QString systemLanguage()
{
    const QLocale system = QLocale::system();
    return system.language() == QLocale::C ? QStringLiteral("en") : system.bcp47Name();
}

QString systemZone()
{
    const QByteArray id = QTimeZone::systemTimeZoneId();
    return QTimeZone::isTimeZoneIdAvailable(id) ? QString::fromLatin1(id) : QStringLiteral("UTC");
}

// The value of an option as the masthead keeps it; `otherwise` where it was not given.
base::Result<QString> accepted(const Invocation &invocation, QLatin1String option, QLatin1String key,
                               const QString &otherwise)
{
    const auto given = invocation.given(option);
    return given ? desk::mastheadField(key)->accept(*given) : base::Result<QString>(otherwise);
}

// Fills the desk with the sample column; the name and the language that were typed stay.
base::Result<void> fill(editorial::Desk &desk, const Invocation &invocation)
{
    if (const auto filled = editorial::fillWithSample(desk); !filled)
        return filled.error();
    const std::pair<QLatin1String, QLatin1String> options[] = {{QLatin1String("column"), columnKey},
                                                               {QLatin1String("language"), languageKey}};
    for (const auto &[option, key] : options) {
        if (!invocation.has(option))
            continue;
        if (const auto set = editorial::setMastheadValue(desk, key, invocation.value(option)); !set)
            return set.error();
    }
    return {};
}

QString inOneLine(const QString &value)
{
    return QString(value).replace(QLatin1Char('\n'), QLatin1String(" / "));
}

} // namespace

base::Result<Status> newDesk(Invocation &invocation)
{
    const QString path = invocation.argument(0);
    const auto name = accepted(invocation, QLatin1String("column"), columnKey, QFileInfo(path).completeBaseName());
    if (!name)
        return name.error();
    const auto language = accepted(invocation, QLatin1String("language"), languageKey, systemLanguage());
    if (!language)
        return language.error();
    auto desk = editorial::Desk::create(path, desk::newMasthead(*name, *language, systemZone()), invocation.clock());
    if (!desk)
        return invocation.unreachable(desk.error());
    if (invocation.has(QLatin1String("sample"))) {
        if (const auto filled = fill(**desk, invocation); !filled) {
            desk->reset();
            QFile::remove(path);
            return invocation.unreachable(filled.error());
        }
    }
    const auto column = editorial::mastheadValue(**desk, columnKey);
    if (!column)
        return invocation.unreachable(column.error());
    invocation.output().result({{QStringLiteral("desk"), QFileInfo(path).absoluteFilePath()},
                                {QStringLiteral("column"), *column},
                                {QStringLiteral("sample"), invocation.has(QLatin1String("sample"))}},
                               Words::tr("%1 is ready: %2").arg(QDir::toNativeSeparators(path), *column));
    return Status::Done;
}

base::Result<Status> setField(Invocation &invocation)
{
    const QString key = invocation.argument(1);
    const auto file = invocation.given(QLatin1String("text"));
    if (file.has_value() == (invocation.argumentCount() == 3))
        return base::Error{base::Error::Kind::Unusable, Words::tr("Give either a VALUE or --text FILE.")};
    QString value = invocation.argument(2);
    if (file) {
        const auto text = readText(*file);
        if (!text)
            return text.error();
        value = *text;
    }
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    if (const auto set = editorial::setMastheadValue(**desk, key, value); !set)
        return set.error();
    const auto kept = editorial::mastheadValue(**desk, key);
    if (!kept)
        return kept.error();
    invocation.output().result({{QStringLiteral("key"), key}, {QStringLiteral("value"), *kept}},
                               Words::tr("%1: %2").arg(key, inOneLine(*kept)));
    return Status::Done;
}

base::Result<Status> getField(Invocation &invocation)
{
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const QString wanted = invocation.argument(1);
    const QStringList keys = wanted.isEmpty() ? editorial::mastheadKeys() : QStringList{wanted};
    QJsonObject values;
    Table table;
    for (const QString &key : keys) {
        const auto value = editorial::mastheadValue(**desk, key);
        if (!value)
            return value.error();
        values.insert(key, *value);
        table.add({key, inOneLine(*value)});
    }
    invocation.output().result(values, wanted.isEmpty() ? table.text() : values.value(wanted).toString());
    return Status::Done;
}

base::Result<Status> backUpDesk(Invocation &invocation)
{
    const QString target = invocation.argument(1);
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    if (const auto copied = editorial::backUp(**desk, target, invocation.progress()); !copied)
        return invocation.unreachable(copied.error());
    const QFileInfo copy(target);
    invocation.output().result(
        {{QStringLiteral("file"), copy.absoluteFilePath()}, {QStringLiteral("size"), copy.size()}},
        Words::tr("Copied to %1 (%2).")
            .arg(QDir::toNativeSeparators(target), QLocale::c().formattedDataSize(copy.size())));
    return Status::Done;
}

base::Result<Status> verifyDesk(Invocation &invocation)
{
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto problems = editorial::verify(**desk, invocation.progress());
    if (!problems)
        return invocation.unreachable(problems.error());
    invocation.output().result({{QStringLiteral("sound"), problems->isEmpty()},
                                {QStringLiteral("problems"), QJsonArray::fromStringList(*problems)}},
                               problems->isEmpty() ? Words::tr("The desk is sound.")
                                                   : problems->join(QLatin1Char('\n')));
    return problems->isEmpty() ? Status::Done : Status::Unusable;
}

base::Result<Status> checkSpelling(Invocation &invocation)
{
    const auto text = readText(invocation.argumentCount() > 0 ? invocation.argument(0) : QStringLiteral("-"));
    if (!text)
        return text.error();
    const auto report = editorial::spell(*text, invocation.value(QLatin1String("language")), invocation.progress());
    if (!report)
        return report.error();
    QJsonArray words;
    Table table;
    for (const editorial::UnknownWord &word : report->words) {
        words.append(QJsonObject{{QStringLiteral("word"), word.word},
                                 {QStringLiteral("line"), word.line},
                                 {QStringLiteral("column"), word.column},
                                 {QStringLiteral("suggestions"), QJsonArray::fromStringList(word.suggestions)}});
        table.add({QStringLiteral("%1:%2").arg(word.line).arg(word.column), word.word,
                   word.suggestions.join(QLatin1String(", "))});
    }
    invocation.output().result({{QStringLiteral("language"), report->language}, {QStringLiteral("words"), words}},
                               table.text());
    return Status::Done;
}

} // namespace cli
