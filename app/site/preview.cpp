#include "site/preview.h"

#include "site/address.h"
#include "site/body.h"
#include "site/enclosures.h"
#include "site/renderer.h"

namespace site {

namespace {

// The texts with the files of what they show.
base::Result<Texts> withFiles(const Edition &edition, const ArticleHead &head, const Texts &texts,
                              const LoadEnclosure &loadEnclosure)
{
    Edition alone;
    alone.articles.append(head);
    alone.copying = edition.copying;
    Enclosures enclosures(alone, loadEnclosure);
    base::NoProgress progress;
    if (const base::Result<void> placed = enclosures.place({}, progress); !placed)
        return placed.error();
    const base::Result<QList<EnclosedFile>> files = enclosures.enclosedIn(head);
    if (!files)
        return files.error();
    return Texts{texts.pieces, *files};
}

} // namespace

base::Result<QByteArray> renderArticle(const Edition &edition, const ArticleHead &head, const Texts &texts,
                                       const Theme &theme, const LoadEnclosure &loadEnclosure)
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
    const base::Result<Texts> whole = withFiles(edition, head, texts, loadEnclosure);
    if (!whole)
        return whole.error();
    const QaIndex index;
    const Frame frame(outline, theme, {outline.articles().at(place).file});
    Renderer renderer(outline, index, frame, theme);
    return QByteArray::fromStdString(renderer.article(place, bodiesOf(*whole)).content);
}

QString letterHtml(const QString &text, const QList<EnclosedFile> &files)
{
    return QString::fromUtf8(withLinks(letterBody(text, files), {}));
}

QString answerHtml(const QString &markdown, const QList<EnclosedFile> &files)
{
    return QString::fromUtf8(withLinks(answerBody(markdown, files), {}));
}

} // namespace site
