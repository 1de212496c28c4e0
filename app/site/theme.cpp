#include "site/theme.h"

#include "base/files.h"
#include "site/digest.h"
#include "site/template.h"
#include "site/template_source.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::theme)
};

constexpr qint64 largestFile = 1 << 20; // bytes

// By TemplateKind.
constexpr std::array<const char *, templateCount> templateNames{"article", "front",     "index", "index-letter",
                                                                "topic",   "not-found", "search"};

QString folderOf(const QString &nameOrFolder)
{
    static const QRegularExpression name(QStringLiteral("^[a-z0-9-]*$"));
    if (!name.match(nameOrFolder).hasMatch() || QFileInfo(nameOrFolder).isDir())
        return nameOrFolder;
    return QStringLiteral(":/themes/") + (nameOrFolder.isEmpty() ? QStringLiteral("quiet") : nameOrFolder);
}

// A word as it can stand in HTML text, in an attribute and in a template.
QByteArray escapedWord(const QString &word)
{
    const std::string bytes = utf8(word);
    QByteArray text = QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size()));
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    return text.replace('\'', "&#39;").replace('{', "&#123;");
}

base::Result<void> addWords(const QDir &folder, const QString &language, ThemeWords &words)
{
    const QString file = QStringLiteral("words/%1.json").arg(language);
    if (!folder.exists(file))
        return {};
    const base::Result<QByteArray> json = base::readFile(folder.filePath(file), largestFile);
    if (!json)
        return json.error();
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(*json, &fault);
    if (!document.isObject()) {
        const qsizetype at = qBound(0, fault.offset, int(json->size()));
        const qsizetype line = 1 + QByteArrayView(*json).first(at).count('\n');
        const qsizetype column = at - (at == 0 ? 0 : json->lastIndexOf('\n', at - 1) + 1) + 1;
        const QString place = QStringLiteral("%1:%2:%3").arg(file).arg(line).arg(column);
        return base::Error{
            base::Error::Kind::Unusable,
            Words::tr("%1: Expected one JSON object of names and words (%2).").arg(place, fault.errorString()), place};
    }
    const QJsonObject object = document.object();
    for (auto word = object.begin(); word != object.end(); ++word)
        words.insert(word.key().toUtf8(), escapedWord(word.value().toString()));
    return {};
}

// English first, then what the language and then its region say otherwise.
base::Result<ThemeWords> wordsOf(const QDir &folder, const QString &language)
{
    ThemeWords words;
    const QString code = language.section(QLatin1Char('-'), 0, 0).toLower();
    QStringList files{QStringLiteral("en"), code, language};
    files.removeDuplicates();
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z0-9-]+$"));
    for (const QString &file : files) {
        if (!tag.match(file).hasMatch())
            continue;
        if (const base::Result<void> added = addWords(folder, file, words); !added)
            return added.error();
    }
    return words;
}

// The fault of the engine, whose place is a byte of the text with all partials put in.
base::Error engineFault(const QString &file, const std::string &fault)
{
    return base::Error{base::Error::Kind::Unusable,
                       Words::tr("%1:1:1: The template cannot be used: %2.").arg(file, QString::fromStdString(fault)),
                       file};
}

} // namespace

base::Result<Theme> Theme::load(const QString &nameOrFolder, const QString &language)
{
    const QDir folder(folderOf(nameOrFolder));
    if (!folder.exists())
        return base::Error{base::Error::Kind::NotFound,
                           Words::tr("There is no theme “%1”. Name one that ships (quiet), or a folder with templates.")
                               .arg(nameOrFolder)};
    const base::Result<ThemeWords> words = wordsOf(folder, language);
    if (!words)
        return words.error();
    const ReadThemeFile read = [&folder](const QString &file) {
        return base::readFile(folder.filePath(file), largestFile);
    };

    Theme theme;
    Digest digest;
    for (size_t kind = 0; kind < templateCount; ++kind) {
        const QString file = QLatin1String(templateNames.at(kind)) + templateSuffix;
        base::Result<std::string> source = assembleTemplate(file, *words, read);
        if (!source)
            return source.error();
        if (const std::string fault = Template(*source).fault(); !fault.empty())
            return engineFault(file, fault);
        digest.add(QByteArrayView(source->data(), qsizetype(source->size())));
        theme.m_sources.at(kind) = std::move(*source);
    }
    base::Result<QByteArray> styleSheet = read(QStringLiteral("style.css"));
    base::Result<QByteArray> script = read(QStringLiteral("search.js"));
    if (!styleSheet || !script)
        return styleSheet ? script.error() : styleSheet.error();
    theme.m_styleSheet = std::move(*styleSheet);
    theme.m_script = std::move(*script);
    theme.m_digest = digest.add(theme.m_styleSheet).add(theme.m_script).result();
    return theme;
}

} // namespace site
