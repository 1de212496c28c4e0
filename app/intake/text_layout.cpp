#include "intake/text_layout.h"

#include "base/text.h"

namespace intake {

namespace {

// Deeper quotations and lists are laid out as deep as this.
constexpr qsizetype deepestPrefix = 20;

// Characters that mail programs pad hidden previews with and that nobody reads.
bool isPadding(QChar c)
{
    return c == QChar(0x200B) || c == QChar(0xFEFF) || c == QChar(0x00AD) || c == QChar(0x034F);
}

// What no text holds, and no XML: an entity can still name it.
bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c.unicode() >= 0xFFFE;
}

} // namespace

void TextLayout::addWords(QStringView words)
{
    for (const QChar c : words) {
        if (c == QChar::Nbsp) {
            m_line.append(u' ');
        } else if (c.isSpace()) {
            m_spaceDue = !m_line.isEmpty();
        } else if (!isPadding(c) && !isControl(c)) {
            if (m_spaceDue && !m_line.endsWith(u' ') && !m_line.endsWith(u'\t'))
                m_line.append(u' ');
            m_spaceDue = false;
            m_line.append(c);
        }
    }
}

void TextLayout::addPreformatted(QStringView text)
{
    QString lines = base::withUnixLineEnds(text.toString());
    lines.removeIf([](QChar c) { return isControl(c) && c != u'\n' && c != u'\t'; });
    qsizetype begin = 0;
    for (qsizetype mark = lines.indexOf(u'\n'); mark >= 0; mark = lines.indexOf(u'\n', begin)) {
        m_line.append(QStringView(lines).sliced(begin, mark - begin));
        flush();
        begin = mark + 1;
    }
    m_line.append(QStringView(lines).sliced(begin));
}

void TextLayout::breakLine()
{
    flush();
}

void TextLayout::startLine()
{
    if (!m_line.isEmpty())
        flush();
    m_spaceDue = false;
}

void TextLayout::startParagraph()
{
    startLine();
    m_blankDue = true;
}

void TextLayout::startCell()
{
    if (!m_line.isEmpty() && !m_line.endsWith(u'\t'))
        m_line.append(u'\t');
    m_spaceDue = false;
}

void TextLayout::open(const QString &first, const QString &rest)
{
    startLine();
    const bool shown = m_prefixes.size() < deepestPrefix;
    m_prefixes.append({shown ? first : QString(), shown ? rest : QString()});
}

void TextLayout::close()
{
    startLine();
    m_prefixes.removeLast();
    m_shallowest = qMin(m_shallowest, m_prefixes.size());
}

QString TextLayout::result()
{
    startLine();
    return m_out;
}

void TextLayout::flush()
{
    while (!m_line.isEmpty() && m_line.back().isSpace())
        m_line.chop(1);
    m_spaceDue = false;
    if (m_line.isEmpty()) {
        m_blankDue = true;
        return;
    }
    if (m_blankDue && !m_out.isEmpty())
        m_out.append(blankPrefix()).append(u'\n');
    for (Prefix &prefix : m_prefixes) {
        m_out.append(prefix.isUsed ? prefix.rest : prefix.first);
        prefix.isUsed = true;
    }
    m_out.append(m_line).append(u'\n');
    m_line.clear();
    m_blankDue = false;
    m_shallowest = m_prefixes.size();
}

QString TextLayout::blankPrefix() const
{
    QString prefix;
    for (qsizetype i = 0; i < m_shallowest; ++i)
        prefix.append(m_prefixes.at(i).rest);
    while (prefix.endsWith(u' '))
        prefix.chop(1);
    return prefix;
}

} // namespace intake
