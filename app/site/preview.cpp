#include "site/preview.h"

#include "site/address.h"
#include "site/body.h"
#include "site/renderer.h"

namespace site {

base::Result<QByteArray> renderArticle(const Edition &edition, const ArticleHead &head, const Texts &texts,
                                       const Theme &theme)
{
    if (const base::Result<QString> file = fileOf(head.path); !file)
        return file.error();
    Edition shown = edition;
    shown.asOf = QDateTime();
    shown.articles.removeIf([&head](const ArticleHead &other) {
        return other.id == head.id || clashKey(other.path) == clashKey(head.path);
    });
    shown.articles.prepend(head);
    QList<desk::Finding> findings;
    const Outline outline(shown, findings);
    const qsizetype place = outline.articleAt(head.id);
    if (place < 0)
        return base::Error{base::Error::Kind::Unusable, findings.isEmpty() ? QString() : findings.first().message};
    const QaIndex index;
    const Frame frame(outline, theme, {outline.articles().at(place).file});
    Renderer renderer(outline, index, frame, theme);
    return QByteArray::fromStdString(renderer.article(place, bodiesOf(texts)).content);
}

QString letterHtml(const QString &text)
{
    return QString::fromUtf8(withLinks(letterBody(text), {}));
}

QString answerHtml(const QString &markdown)
{
    return QString::fromUtf8(withLinks(answerBody(markdown), {}));
}

} // namespace site
