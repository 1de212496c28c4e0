#include "site/template.h"

namespace site {

namespace {

// What the engine writes to.
struct Sink {
    std::string &text;
    Sink &operator<<(const std::string &piece)
    {
        text.append(piece);
        return *this;
    }
};

bool isXml(char16_t c)
{
    return c >= 0x20 ? c < 0xfffe : c == u'\t' || c == u'\n';
}

} // namespace

std::string utf8(const QString &text)
{
    const QStringView view(text);
    if (std::all_of(view.begin(), view.end(), [](QChar c) { return isXml(c.unicode()); })) {
        const QByteArray bytes = text.toUtf8();
        return std::string(bytes.constData(), size_t(bytes.size()));
    }
    QString cleaned;
    for (const QChar c : view) {
        if (isXml(c.unicode()))
            cleaned.append(c);
        else if (c == QLatin1Char('\r'))
            cleaned.append(QLatin1Char('\n'));
    }
    return utf8(cleaned);
}

std::string Template::render(const Values &shared, const Values &page)
{
    std::string text;
    text.reserve(16 << 10);
    Sink sink{text};
    kainjow::mustache::context<std::string> context(&shared);
    context.push(&page);
    m_mustache.render(context, sink);
    return text;
}

} // namespace site
