#include "editorial/checking.h"

#include "desk/rules.h"
#include "editorial/masthead.h"
#include "privacy/leak.h"
#include "storage/article_store.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/letter_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::checking)
};

// A text that readers will see, and where it stands.
struct PublicText {
    QString where;
    QString text;
};

QList<PublicText> publicTexts(const desk::Article &article, const QList<desk::Letter> &letters)
{
    QList<PublicText> texts{{Words::tr("title"), article.title},
                            {Words::tr("slug"), QString(article.slug).replace(QLatin1Char('-'), QLatin1Char(' '))},
                            {Words::tr("summary"), article.summary}};
    int number = 0;
    for (const desk::Answer &answer : article.answers) {
        ++number;
        texts.append({Words::tr("answer %1").arg(number), answer.text});
        const auto letter = std::ranges::find(letters, answer.letter, &desk::Letter::id);
        if (letter == letters.end())
            continue;
        texts.append({Words::tr("letter %1").arg(number), letter->edited});
        texts.append({Words::tr("signature %1").arg(number), letter->signature});
        texts.append({Words::tr("place %1").arg(number), letter->place});
    }
    return texts;
}

base::Result<QStringList> tellingWords(Desk &desk, const QList<desk::Letter> &letters)
{
    QStringList words;
    for (const desk::Letter &letter : letters) {
        const auto sealed = desk.file().correspondents().correspondent(letter.correspondent, false);
        if (!sealed)
            return sealed.error();
        const auto writer = desk.vault().open(*sealed);
        if (!writer)
            return writer.error();
        words.append(privacy::tellingWords(*writer));
    }
    return words;
}

QList<desk::Finding> identityFindings(const desk::Article &article, const QList<desk::Letter> &letters,
                                      const QStringList &telling)
{
    QList<desk::Finding> findings;
    if (telling.isEmpty())
        return findings;
    for (const PublicText &text : publicTexts(article, letters)) {
        for (const privacy::Leak &leak : privacy::leaks(text.text, telling)) {
            const auto line = text.text.first(leak.start).count(QLatin1Char('\n')) + 1;
            findings.append({desk::Finding::Severity::Blocker, QStringLiteral("identity"), article.id,
                             line > 1 ? Words::tr("%1, line %2").arg(text.where).arg(line) : text.where, leak.text,
                             Words::tr("This would give the writer away. Take it out or change it.")});
        }
    }
    return findings;
}

void blockersFirst(QList<desk::Finding> &findings)
{
    std::ranges::stable_partition(
        findings, [](const desk::Finding &finding) { return finding.severity == desk::Finding::Severity::Blocker; });
}

} // namespace

base::Result<QList<desk::Finding>> articleCheck(Desk &desk, const desk::ArticleId &id, const desk::Masthead &masthead)
{
    const auto article = desk.file().articles().article(id);
    if (!article)
        return article.error();
    QList<desk::Letter> letters;
    for (const desk::Answer &answer : article->answers) {
        auto letter = desk.file().letters().letter(answer.letter);
        if (!letter)
            return letter.error();
        letters.append(std::move(*letter));
    }
    const auto telling = tellingWords(desk, letters);
    if (!telling)
        return telling.error();
    QList<desk::Finding> findings = identityFindings(*article, letters, *telling);
    findings.append(desk::articleFindings(*article, letters, masthead));
    blockersFirst(findings);
    return findings;
}

base::Result<QList<desk::Finding>> check(Desk &desk, const desk::ArticleId &article, base::Progress &progress)
{
    const auto head = masthead(desk);
    if (!head)
        return head.error();
    if (!article.isNull())
        return articleCheck(desk, article, *head);

    QList<desk::Finding> findings = desk::mastheadFindings(*head);
    for (const desk::ArticleStage stage : desk::articleStages()) {
        if (stage == desk::ArticleStage::Withdrawn)
            continue;
        const auto heads = desk.file().articles().heads(stage);
        if (!heads)
            return heads.error();
        qint64 done = 0;
        for (const storage::ArticleHead &each : *heads) {
            if (progress.isCancelled())
                return base::Error{base::Error::Kind::Cancelled, Words::tr("The check was stopped.")};
            const auto found = articleCheck(desk, each.id, *head);
            if (!found)
                return found.error();
            findings.append(*found);
            progress.report(++done, heads->size(), Words::tr("Checking articles"));
        }
    }
    blockersFirst(findings);
    return findings;
}

} // namespace editorial
