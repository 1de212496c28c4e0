#include "site/template_source.h"

#include <QCoreApplication>

#include <algorithm>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::template_source)
};

constexpr qsizetype deepestSection = 32;
constexpr size_t largestTemplate = 4 << 20; // bytes, with its partials

struct Tag {
    char kind = 0; // '#', '^', '/', '>', '!', '&', '{'; 0 for a plain name
    QByteArray name;
    qsizetype start = 0; // in the file
    qsizetype end = 0;
};

// Puts one template together; the files that are being put in lie on a stack.
class Assembly
{
public:
    Assembly(const ThemeWords &words, const ReadThemeFile &read) : m_words(words), m_read(read) {}

    base::Result<void> append(const QString &file);
    std::string takeText() { return std::move(m_text); }

private:
    struct Section {
        QByteArray name;
        qsizetype start;
    };
    struct File {
        QString name;
        QByteArray content;
        QList<Section> sections;
    };

    base::Result<void> appendTag(File &file, const Tag &tag);
    base::Result<void> appendPartial(const File &file, const Tag &tag);
    base::Result<void> appendWord(const File &file, const Tag &tag);
    base::Result<void> close(File &file, const Tag &tag);
    base::Result<Tag> tagAt(const File &file, qsizetype start) const;
    static base::Error fault(const File &file, qsizetype at, const QString &what);

    const ThemeWords &m_words;
    const ReadThemeFile &m_read;
    QStringList m_open;
    std::string m_text;
};

QString shown(const QByteArray &name)
{
    return QString::fromUtf8(name);
}

qint64 lineOf(const QByteArray &content, qsizetype at)
{
    return 1 + QByteArrayView(content).first(at).count('\n');
}

// Whether nothing else stands on the tag's line, and another line follows.
bool isAlone(const QByteArray &content, const Tag &tag)
{
    return (tag.start == 0 || content.at(tag.start - 1) == '\n') && tag.end < content.size() &&
           content.at(tag.end) == '\n';
}

base::Error Assembly::fault(const File &file, qsizetype at, const QString &what)
{
    const qsizetype lineStart = at == 0 ? 0 : file.content.lastIndexOf('\n', at - 1) + 1;
    const QString place = QStringLiteral("%1:%2:%3")
                              .arg(file.name)
                              .arg(lineOf(file.content, at))
                              .arg(QString::fromUtf8(file.content.sliced(lineStart, at - lineStart)).size() + 1);
    return base::Error{base::Error::Kind::Unusable, QString(place + QLatin1String(": ") + what), place};
}

base::Result<Tag> Assembly::tagAt(const File &file, qsizetype start) const
{
    const QByteArray &content = file.content;
    const bool isTriple = content.size() > start + 2 && content.at(start + 2) == '{';
    const QByteArray closing = isTriple ? "}}}" : "}}";
    const qsizetype end = content.indexOf(closing, start);
    const qsizetype next = content.indexOf("{{", start + closing.size());
    if (end < 0 || (next >= 0 && next < end))
        return fault(file, start, Words::tr("The tag that begins here does not end; expected %1.").arg(shown(closing)));

    Tag tag;
    tag.start = start;
    tag.end = end + closing.size();
    tag.name = content.sliced(start + closing.size(), end - start - closing.size()).trimmed();
    if (isTriple)
        tag.kind = '{';
    else if (!tag.name.isEmpty() && QByteArray("#^/>!&=").contains(tag.name.at(0)))
        tag.kind = tag.name.at(0);
    if (tag.kind != 0 && tag.kind != '{')
        tag.name = tag.name.sliced(1).trimmed();
    if (tag.kind == '=')
        return fault(file, start, Words::tr("Delimiters cannot be changed here; write {{ and }}."));
    if (tag.name.isEmpty() && tag.kind != '!')
        return fault(file, start, Words::tr("The tag is empty; expected a name."));
    return tag;
}

base::Result<void> Assembly::close(File &file, const Tag &tag)
{
    if (file.sections.isEmpty())
        return fault(file, tag.start,
                     Words::tr("{{/%1}} closes a section that is not open; take it out, or open it with {{#%1}}.")
                         .arg(shown(tag.name)));
    const Section &open = file.sections.last();
    if (open.name != tag.name)
        return fault(file, tag.start,
                     Words::tr("Expected {{/%1}} for the section of line %2, found {{/%3}}.")
                         .arg(shown(open.name))
                         .arg(lineOf(file.content, open.start))
                         .arg(shown(tag.name)));
    file.sections.removeLast();
    return {};
}

base::Result<void> Assembly::appendWord(const File &file, const Tag &tag)
{
    const auto word = m_words.constFind(tag.name.sliced(6));
    if (word == m_words.constEnd())
        return fault(
            file, tag.start,
            Words::tr("The theme has no word named “%1”; add it to words/en.json.").arg(shown(tag.name.sliced(6))));
    m_text.append(word->constData(), size_t(word->size()));
    return {};
}

base::Result<void> Assembly::appendPartial(const File &file, const Tag &tag)
{
    const QString partial = shown(tag.name) + templateSuffix;
    if (tag.name.contains('/') || tag.name.contains('\\') || tag.name.startsWith('.'))
        return fault(file, tag.start, Words::tr("“%1” is no name of a template of this theme.").arg(shown(tag.name)));
    if (m_open.contains(partial))
        return fault(file, tag.start,
                     Words::tr("{{> %1}} leads in a circle: %2. Take it out.")
                         .arg(shown(tag.name), QStringList(m_open + QStringList{partial}).join(QStringLiteral(" → "))));
    if (!m_read(partial))
        return fault(file, tag.start,
                     Words::tr("There is no template %1 in the theme; add it, or take the tag out.").arg(partial));
    return append(partial);
}

base::Result<void> Assembly::appendTag(File &file, const Tag &tag)
{
    switch (tag.kind) {
    case '!':
        return {};
    case '>':
        return appendPartial(file, tag);
    case '/':
        if (const base::Result<void> closed = close(file, tag); !closed)
            return closed.error();
        break;
    case '#':
    case '^':
        if (file.sections.size() == deepestSection)
            return fault(file, tag.start, Words::tr("Sections lie more than %1 deep here.").arg(deepestSection));
        file.sections.append({tag.name, tag.start});
        break;
    default:
        if (tag.name.startsWith("words."))
            return appendWord(file, tag);
    }
    m_text.append(file.content.constData() + tag.start, size_t(tag.end - tag.start));
    return {};
}

base::Result<void> Assembly::append(const QString &name)
{
    base::Result<QByteArray> content = m_read(name);
    if (!content)
        return content.error();
    File file{name, std::move(*content), {}};
    m_open.append(name);
    qsizetype at = 0;
    for (qsizetype start = file.content.indexOf("{{"); start >= 0; start = file.content.indexOf("{{", at)) {
        m_text.append(file.content.constData() + at, size_t(start - at));
        const base::Result<Tag> tag = tagAt(file, start);
        if (!tag)
            return tag.error();
        if (const base::Result<void> appended = appendTag(file, *tag); !appended)
            return appended.error();
        at = tag->end;
        if (tag->kind == '>' && isAlone(file.content, *tag) && m_text.ends_with('\n'))
            ++at; // the partial has ended the line
        if (m_text.size() > largestTemplate)
            return fault(file, start, Words::tr("The template with its partials is larger than 4 MB."));
    }
    m_text.append(file.content.constData() + at, size_t(file.content.size() - at));
    if (!file.sections.isEmpty())
        return fault(file, file.sections.last().start,
                     Words::tr("The section {{#%1}} is not closed; expected {{/%1}} in this file.")
                         .arg(shown(file.sections.last().name)));
    m_open.removeLast();
    return {};
}

} // namespace

base::Result<std::string> assembleTemplate(const QString &file, const ThemeWords &words, const ReadThemeFile &read)
{
    Assembly assembly(words, read);
    if (const base::Result<void> appended = assembly.append(file); !appended)
        return appended.error();
    return assembly.takeText();
}

} // namespace site
